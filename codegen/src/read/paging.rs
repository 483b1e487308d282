//! How a list pages, and which of its filters exclude each other.

use super::names::PAGING;
use super::parameter::Parameters;
use super::reader::Reader;
use super::shape::Shape;
use crate::document::join;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Pagination {
    Page,
    Cursor,
    PageAndCursor,
}

/// The style of pagination of the operation at `pointer`; `Some(None)` for one without pagination.
pub(super) fn pagination(
    reader: &mut Reader,
    pointer: &str,
    parameters: &Parameters,
) -> Option<Option<Pagination>> {
    if reader.get(pointer, "x-pagination").is_none() {
        return Some(None);
    }
    let style = match reader.text(pointer, "x-pagination")?.as_str() {
        "page" => Pagination::Page,
        "cursor" => Pagination::Cursor,
        "page-and-cursor" => Pagination::PageAndCursor,
        other => {
            let pointer = join(pointer, "x-pagination");
            reader.problem(
                &pointer,
                format!("`{other}` is not a pagination style"),
                "write `page`, `cursor` or `page-and-cursor`",
            );
            return None;
        }
    };
    let has = |name: &str, shape: Shape| {
        parameters.query.iter().any(|parameter| parameter.name == name && parameter.shape == shape)
    };
    let by_page = has("page", Shape::Unsigned);
    let by_cursor = has("after", Shape::Text) && has("before", Shape::Text);
    let wanted = (style != Pagination::Cursor, style != Pagination::Page);
    if parameters.complete && ((by_page, by_cursor) != wanted || !has("per_page", Shape::Unsigned)) {
        reader.problem(
            pointer,
            "its parameters do not fit its pagination style",
            "`page` needs `page`, `cursor` needs `after` and `before`, and each needs `per_page`",
        );
    }
    Some(Some(style))
}

/// The pairs under `x-exclusive`, at `pointer`.
pub(super) fn exclusive(
    reader: &mut Reader,
    pointer: &str,
    parameters: &Parameters,
) -> Vec<(String, String)> {
    let Some(pairs) = reader.document.root.pointer(pointer) else { return Vec::new() };
    let pairs = pairs.as_array().filter(|pairs| !pairs.is_empty());
    if pairs.is_none() {
        reader.problem(pointer, "`x-exclusive` names no pair", "write `[[one, other]]`, or remove it");
    }
    let mut exclusive = Vec::new();
    for (index, pair) in pairs.into_iter().flatten().enumerate() {
        let pointer = join(pointer, &index.to_string());
        // The pager sets the parameters of paging, so a caller cannot set them twice over.
        let known = |name: &String| {
            parameters.query.iter().any(|parameter| &parameter.name == name)
                && !PAGING.contains(&name.as_str())
        };
        match reader.texts_in(&pointer, pair).as_slice() {
            [one, other] if known(one) && known(other) && one != other => {
                exclusive.push((one.clone(), other.clone()))
            }
            _ if !parameters.complete => {}
            _ => reader.problem(
                &pointer,
                "this is not a pair of its query parameters",
                "write `[[one, other]]`",
            ),
        }
    }
    exclusive
}
