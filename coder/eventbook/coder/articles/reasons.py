"""Why something in the input is not read as an article: the reason codes of reading, with their labels."""

INPUT_REASONS = {
    "unreadable_file": "The file, or the rest of it, cannot be read",
    "unknown_format": "The file's ending tells no known format",
    "empty_file": "Nothing stands in the file",
    "not_json": "Not JSON",
    "not_an_object": "JSON, but no object with fields",
    "broken_row": "A table row with an open quote or with too many cells",
    "no_text": "The article has no text",
    "wrong_type": "A field is of the wrong type",
    "too_long": "The article is longer than the limit",
    "binary": "No text, but binary data",
    "other_language": "The text is in another language",
    "bad_date": "The publication date is no date",
    "future_date": "The publication date lies in the future",
    "duplicate_article": "The article was read before in this run",
    "duplicate_id": "Another article of this run has the same id",
}
