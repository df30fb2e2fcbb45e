"""The language of a text is told, or said not to be known; no other is taken for a known one."""

import pytest

from engross.reading.language import infer_language

KNOWN = {
    "en": "The ministers confirm their commitments in the field of information security. The parties agreed"
    " to consult on all matters concerning the implementation of the measures.",
    "fr": "Les ministres confirment leurs engagements dans le domaine de la sécurité de l’information. Les"
    " parties sont convenues de se consulter sur toutes les questions relatives à la mise en œuvre.",
    "es": "Los ministros confirman sus compromisos en el ámbito de la seguridad de la información. Las partes"
    " acordaron consultarse sobre todas las cuestiones relativas a la aplicación de las medidas.",
    "de": "Die Minister bekräftigen ihre Verpflichtungen auf dem Gebiet der Informationssicherheit. Die"
    " Parteien sind übereingekommen, sich in allen Fragen der Umsetzung der Maßnahmen zu beraten.",
    "it": "I ministri confermano i loro impegni nel campo della sicurezza delle informazioni. Le parti hanno"
    " concordato di consultarsi su tutte le questioni che riguardano la realizzazione delle misure.",
    "nl": "De ministers bevestigen hun verplichtingen op het gebied van de informatiebeveiliging. De partijen"
    " zijn overeengekomen om overleg te voeren over de resultaten van het werk en de uitvoering ervan.",
    "pl": "Ministrowie potwierdzają swoje zobowiązania w dziedzinie bezpieczeństwa informacji. Strony"
    " uzgodniły, że będą się konsultować w sprawach dotyczących wspólnych działań oraz wyników prac.",
    "pt": "Os ministros confirmam os seus compromissos no domínio da segurança da informação. As partes"
    " acordaram em consultar-se sobre todas as questões que dizem respeito à execução das medidas.",
    "vi": "Các bộ trưởng khẳng định cam kết của mình trong lĩnh vực an ninh thông tin. Các bên đã thỏa thuận"
    " tham vấn về mọi vấn đề liên quan đến việc thực hiện các biện pháp này.",
    "hy": "Նախարարները հաստատում են իրենց պարտավորությունները տեղեկատվական անվտանգության բնագավառում։",
    "el": "Οι υπουργοί επιβεβαιώνουν τις δεσμεύσεις τους στον τομέα της ασφάλειας των πληροφοριών.",
}
UNKNOWN = {
    "Czech": "Ministři potvrzují své závazky v oblasti bezpečnosti informací. Strany se dohodly, že se budou"
    " na svých zasedáních radit o všech otázkách, které se týkají provádění opatření.",
    "Romanian": "Miniștrii confirmă angajamentele lor în domeniul securității informațiilor. Părțile au"
    " convenit să se consulte cu privire la toate problemele legate de punerea în aplicare a măsurilor.",
    "Swedish": "Ministrarna bekräftar sina åtaganden på informationssäkerhetens område. Parterna har kommit"
    " överens om att samråda i alla frågor som rör genomförandet av åtgärderna.",
    "Turkish": "Bakanlar bilgi güvenliği alanındaki yükümlülüklerini teyit eder ve iş birliğini sürdürmeye"
    " hazır olduklarını ifade ederler.",
    "numbers": "17.07.2017 – 5 / 12",
}


@pytest.mark.parametrize("language", KNOWN)
def test_a_language_is_told_by_a_few_lines(language: str) -> None:
    assert infer_language(KNOWN[language]) == language


@pytest.mark.parametrize("language", UNKNOWN)
def test_a_language_that_is_not_known_is_not_taken_for_another(language: str) -> None:
    assert infer_language(UNKNOWN[language]) == ""
