"""The same paragraphs set by several programs and measured by one: how even lines are."""
