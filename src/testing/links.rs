//! The `Link` header of a page.

use url::form_urlencoded::Serializer;

use super::asked::Asked;

/// Where a page has a neighbour: the relation, and the parameter that leads there with its value.
pub(super) struct Link {
    pub(super) relation: &'static str,
    pub(super) parameter: &'static str,
    pub(super) value: String,
}

/// The header, whose links ask for the same as the request did, elsewhere in the list; `None` where there are none.
pub(super) fn header(asked: &Asked<'_>, links: &[Link]) -> Option<String> {
    let links: Vec<String> = links.iter().map(|link| written(asked, link)).collect();
    Some(links.join(", ")).filter(|links| !links.is_empty())
}

fn written(asked: &Asked<'_>, link: &Link) -> String {
    let kept = asked.query.iter().filter(|(name, _)| !matches!(name.as_str(), "page" | "before" | "after"));
    let mut query = Serializer::new(String::new());
    query.extend_pairs(kept).append_pair(link.parameter, &link.value);
    format!("<{}{}?{}>; rel=\"{}\"", asked.base_url, asked.url_path, query.finish(), link.relation)
}
