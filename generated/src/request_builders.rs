//! The request builders: one synchronous method for each operation.

/// Builds requests and sends none: a method for each operation, under its published name.
///
/// The methods are machine-written. Their arguments are positional, so a new parameter changes
/// their signatures. They check no argument and set no credentials. Outside of the semver promise,
/// and hidden from the documentation.
#[doc(hidden)]
#[derive(Clone, Debug)]
pub struct RequestBuilders {
    pub(crate) base_url: String,
    pub(crate) http: reqwest::Client,
}

impl RequestBuilders {
    /// Builds requests to `base_url`, which has no slash at its end, with the settings of `http`.
    pub fn new(base_url: &str, http: reqwest::Client) -> Self {
        Self { base_url: base_url.to_owned(), http }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn builders() -> RequestBuilders {
        RequestBuilders::new("https://ghes.example/api/v3", reqwest::Client::new())
    }

    #[test]
    fn request_has_method_url_query_and_no_header_of_progenitor() {
        let request = builders().secret_scanning_get_alert("acme", "a/b", &42.into(), Some(true)).unwrap();
        assert_eq!(request.method(), "GET");
        let url = "https://ghes.example/api/v3/repos/acme/a%2Fb/secret-scanning/alerts/42?hide_secret=true";
        assert_eq!(request.url().as_str(), url);
        assert_eq!(request.headers().keys().collect::<Vec<_>>(), ["accept"]);
        assert!(request.body().is_none());
    }

    #[test]
    fn parameter_that_is_not_set_is_not_sent() {
        let request = builders().secret_scanning_get_alert("acme", "widgets", &1.into(), None).unwrap();
        assert_eq!(request.url().query(), None);
    }

    #[test]
    fn body_is_json_and_names_its_media_type() {
        let update = crate::types::AlertUpdate { assignee: Some(None), ..Default::default() };
        let request = builders().secret_scanning_update_alert("acme", "widgets", &1.into(), &update).unwrap();
        assert_eq!(request.method(), "PATCH");
        assert_eq!(request.headers()["content-type"], "application/json");
        let body = request.body().and_then(reqwest::Body::as_bytes);
        assert_eq!(body, Some(br#"{"assignee":null}"#.as_slice()));
    }
}
