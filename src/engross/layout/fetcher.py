"""Fetching: the engine reads files under the resource folders and nothing else, whatever a sheet says."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from weasyprint.urls import URLFetcher, URLFetcherResponse


class ResourceFetcher(URLFetcher):
    """A fetcher of files whose real path is under one of its folders; no network, no redirects."""

    def __init__(self, *folders: Path) -> None:
        """Allow the files under ``folders``."""
        super().__init__(allowed_protocols=("file",), allow_redirects=False, fail_on_errors=True)
        self._folders = tuple(folder.resolve() for folder in folders)

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """Return the file at ``url``, whatever ``headers``; raise PermissionError for any other address."""
        del headers
        parts = urlsplit(url)
        path = Path(unquote(parts.path)).resolve()
        if (
            parts.scheme != "file"
            or parts.netloc
            or not any(path.is_relative_to(folder) for folder in self._folders)
        ):
            raise PermissionError(f"not a resource of Engross: {url}")
        return URLFetcherResponse(url, path.read_bytes())
