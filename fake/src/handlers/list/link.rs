//! The `Link` header of a page.

use url::form_urlencoded::Serializer;

use crate::request::OperationRequest;

/// A link to another page: its relation, and the query parameter that selects the page.
pub(super) struct Link {
    pub(super) relation: &'static str,
    pub(super) parameter: &'static str,
    pub(super) value: String,
}

/// Returns the header, whose links keep the other parameters of the request; `None` without links.
pub(super) fn header(request: &OperationRequest<'_>, links: &[Link]) -> Option<String> {
    let links: Vec<String> = links.iter().map(|link| format_link(request, link)).collect();
    Some(links.join(", ")).filter(|links| !links.is_empty())
}

fn format_link(request: &OperationRequest<'_>, link: &Link) -> String {
    let kept = request.query.iter().filter(|(name, _)| !matches!(name.as_str(), "page" | "before" | "after"));
    let mut query = Serializer::new(String::new());
    query.extend_pairs(kept).append_pair(link.parameter, &link.value);
    format!("<{}{}?{}>; rel=\"{}\"", request.base_url, request.path, query.finish(), link.relation)
}
