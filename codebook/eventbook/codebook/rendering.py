"""The human codebook: the rules as a document, in Markdown or as one HTML page that loads nothing."""

from importlib.resources import files
from typing import Any

from eventbook.codebook.codebook import Codebook
from eventbook.codebook.dictionary import data_dictionary
from eventbook.codebook.reading_aloud import read_condition, read_side, read_targeting

EXEMPLARS = 12  # sentences shown of each sub-type

_MARKDOWN_SIGNS = str.maketrans({sign: "\\" + sign for sign in "\\`*_[]<>|#"})


def render_markdown(codebook: Codebook) -> str:
    """The codebook as Markdown; signs of Markdown in its texts are escaped."""
    return _render(codebook, "codebook.md.j2", html=False)


def render_html(codebook: Codebook) -> str:
    """The codebook as one HTML page, light or dark as the reader's system is; every text is escaped."""
    return _render(codebook, "codebook.html.j2", html=True)


def _render(codebook: Codebook, name: str, *, html: bool) -> str:
    from jinja2 import Environment, StrictUndefined

    environment = Environment(autoescape=html, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True)
    environment.filters["md"] = _markdown
    source = files("eventbook.codebook").joinpath("templates", name).read_text(encoding="utf-8")
    return environment.from_string(source).render(**_content(codebook))


def _content(codebook: Codebook) -> dict[str, Any]:
    """Everything that the templates show, in the order in which they do."""
    categories = codebook.actors.categories
    return {
        "book": codebook,
        "head": codebook.head,
        "policies": [(name.replace("_", " "), _plain(value)) for name, value in codebook.policies],
        "types": [_type(event_type.id, codebook) for event_type in codebook.event_types],
        "order": [kind.sub_event_type for kind in codebook.kinds],
        "not_codable": [exemplar for exemplar in codebook.exemplars if exemplar.kind is None][:EXEMPLARS],
        "templates": [
            (name, template.name, codebook.category_by_id[template.category].label)
            for name, template in codebook.actors.templates.items()
        ],
        "pairs": [
            (one.label, [codebook.write_interaction(one.id, two.id) for two in categories]) for one in categories
        ],
        "dictionary": data_dictionary(codebook),
    }


def _type(name: str, codebook: Codebook) -> dict[str, Any]:
    event_type = next(found for found in codebook.event_types if found.id == name)
    return {
        "type": event_type,
        "targeting": read_targeting(event_type.civilian_targeting, codebook),
        "kinds": [_kind(kind.id, codebook) for kind in codebook.kinds if kind.event_type.id == name],
    }


def _kind(name: str, codebook: Codebook) -> dict[str, Any]:
    kind = codebook.kind_by_id[name]
    sub = kind.sub_event_type
    told = [exemplar.text for exemplar in codebook.exemplars if exemplar.kind == name]
    return {
        "sub": sub,
        "rank": kind.rank + 1,
        "disorder": codebook.disorder_labels.get(sub.disorder_type or "", ""),
        "conditions": [read_condition(condition, codebook) for condition in sub.when],
        "first": read_side(sub.sides.first, codebook),
        "second": "none" if sub.sides.one_sided else read_side(sub.sides.second, codebook),
        "targeting": read_targeting(kind.targeting, codebook),
        "exemplars": told[:EXEMPLARS],
    }


def _plain(value: Any) -> str:
    if isinstance(value, tuple):
        return ", ".join(map(str, value)) or "none"
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value).replace("_", " ")


def _markdown(value: object) -> str:
    """A text on one line with Markdown's signs escaped."""
    return " ".join(str(value).split()).translate(_MARKDOWN_SIGNS)
