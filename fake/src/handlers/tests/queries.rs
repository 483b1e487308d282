//! Query parameters: hashes, and the paging parameters of links.

use github_secret_scanning_generated::types::{Alert, AlertMetadataEntry};
use url::Url;

use super::{Api, BASE_URL, alert};

const LISTS: [&str; 3] = [
    "/repos/acme/widgets/secret-scanning/alerts",
    "/orgs/acme/secret-scanning/alerts",
    "/enterprises/acme-inc/secret-scanning/alerts",
];

/// The SHA-256 of `mona@github.example`.
const HASH: &str = "bf3c06161ff429d02cdc4f3dc2c4e44283ae1bfd15daa900ee98117dfee6ea18";

fn in_an_enterprise(alerts: impl IntoIterator<Item = Alert>) -> Api {
    let mut api = Api::with(alerts);
    api.store.add_enterprise("acme-inc", &["acme".into()]).unwrap();
    api
}

/// Returns the names of the paging parameters of a link.
fn paging_parameters(link: &str) -> Vec<String> {
    let url = Url::parse(&format!("{BASE_URL}{link}")).unwrap();
    let names = url.query_pairs().map(|(name, _)| name.into_owned());
    names.filter(|name| ["page", "before", "after"].contains(&name.as_str())).collect()
}

#[test]
fn link_has_exactly_one_paging_parameter() {
    let mut api = in_an_enterprise((1..=7).map(Alert::new));
    for list in LISTS {
        let first = api.get(&format!("{list}?direction=asc&per_page=2&after="));
        // With `after`, the page number is ignored.
        let second = api.get(&format!("{}&page=1", first.link("next").unwrap()));
        assert_eq!(second.numbers(), [3, 4], "{list}");
        assert_eq!(paging_parameters(&second.link("next").unwrap()), ["after"], "{list}");
        assert_eq!(paging_parameters(&second.link("prev").unwrap()), ["before"], "{list}");
        let third = api.get(&second.link("next").unwrap());
        // With `before`.
        let back = api.get(&third.link("prev").unwrap());
        assert_eq!(back.numbers(), [3, 4], "{list}");
        assert_eq!(paging_parameters(&back.link("next").unwrap()), ["after"], "{list}");
        assert_eq!(paging_parameters(&back.link("prev").unwrap()), ["before"], "{list}");
        assert_eq!(api.numbers(&back.link("next").unwrap()), [5, 6], "{list}");
        assert_eq!(api.numbers(&back.link("prev").unwrap()), [1, 2], "{list}");
    }
    for list in &LISTS[..2] {
        let second = api.get(&format!("{list}?per_page=2&page=2"));
        for relation in ["first", "prev", "next", "last"] {
            assert_eq!(paging_parameters(&second.link(relation).unwrap()), ["page"], "{list} {relation}");
        }
    }
}

#[test]
fn owner_email_hash_must_be_64_lower_case_hex_digits() {
    let mut api = in_an_enterprise([alert(1, |alert| {
        alert.metadata = Some(vec![AlertMetadataEntry::new("owner_email", "mona@github.example")]);
    })]);
    for list in LISTS {
        assert_eq!(api.numbers(&format!("{list}?owner_email_hash={HASH}")), [1], "{list}");
        for invalid in [
            HASH.to_uppercase(),
            format!("{}F", "0".repeat(63)),
            format!("{}g", "0".repeat(63)),
            format!("{}/", "0".repeat(63)),
            format!("{}:", "0".repeat(63)),
            "0".repeat(63),
            "0".repeat(65),
        ] {
            let response = api.get(&format!("{list}?owner_email_hash={invalid}"));
            assert_eq!(
                response.validation_errors(),
                ["SecretScanningAlert owner_email_hash invalid"],
                "{list} {invalid}"
            );
        }
    }
}
