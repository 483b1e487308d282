//! What a query may hold: hashes as GitHub takes them, and links that do not keep an old place in the list.

use github_secret_scanning_generated::types::{Alert, AlertMetadataEntry};
use url::Url;

use super::{BASE_URL, Fake, alert};

const LISTS: [&str; 3] = [
    "/repos/acme/widgets/secret-scanning/alerts",
    "/orgs/acme/secret-scanning/alerts",
    "/enterprises/acme-inc/secret-scanning/alerts",
];

/// The SHA-256 of `mona@github.example`.
const HASH: &str = "bf3c06161ff429d02cdc4f3dc2c4e44283ae1bfd15daa900ee98117dfee6ea18";

fn in_an_enterprise(alerts: impl IntoIterator<Item = Alert>) -> Fake {
    let mut fake = Fake::with(alerts);
    fake.world.add_enterprise("acme-inc", &["acme".into()]).unwrap();
    fake
}

/// The parameters of a link that say where in the list it leads.
fn places(link: &str) -> Vec<String> {
    let url = Url::parse(&format!("{BASE_URL}{link}")).unwrap();
    let names = url.query_pairs().map(|(name, _)| name.into_owned());
    names.filter(|name| ["page", "before", "after"].contains(&name.as_str())).collect()
}

#[test]
fn a_link_leads_to_one_place_wherever_the_request_was() {
    let mut fake = in_an_enterprise((1..=7).map(Alert::new));
    for list in LISTS {
        let first = fake.get(&format!("{list}?direction=asc&per_page=2&after="));
        // By `after`, and a page number that counts for nothing beside it.
        let second = fake.get(&format!("{}&page=1", first.link("next").unwrap()));
        assert_eq!(second.numbers(), [3, 4], "{list}");
        assert_eq!(places(&second.link("next").unwrap()), ["after"], "{list}");
        assert_eq!(places(&second.link("prev").unwrap()), ["before"], "{list}");
        let third = fake.get(&second.link("next").unwrap());
        // By `before`, and the way on from there.
        let back = fake.get(&third.link("prev").unwrap());
        assert_eq!(back.numbers(), [3, 4], "{list}");
        assert_eq!(places(&back.link("next").unwrap()), ["after"], "{list}");
        assert_eq!(places(&back.link("prev").unwrap()), ["before"], "{list}");
        assert_eq!(fake.numbers(&back.link("next").unwrap()), [5, 6], "{list}");
        assert_eq!(fake.numbers(&back.link("prev").unwrap()), [1, 2], "{list}");
    }
    for list in &LISTS[..2] {
        let second = fake.get(&format!("{list}?per_page=2&page=2"));
        for relation in ["first", "prev", "next", "last"] {
            assert_eq!(places(&second.link(relation).unwrap()), ["page"], "{list} {relation}");
        }
    }
}

#[test]
fn a_hash_of_an_address_is_64_lower_case_hex_digits_and_nothing_else() {
    let mut fake = in_an_enterprise([alert(1, |alert| {
        alert.metadata = Some(vec![AlertMetadataEntry::new("owner_email", "mona@github.example")]);
    })]);
    for list in LISTS {
        assert_eq!(fake.numbers(&format!("{list}?owner_email_hash={HASH}")), [1], "{list}");
        for wrong in [
            HASH.to_uppercase(),
            format!("{}F", "0".repeat(63)),
            format!("{}g", "0".repeat(63)),
            format!("{}/", "0".repeat(63)),
            format!("{}:", "0".repeat(63)),
            "0".repeat(63),
            "0".repeat(65),
        ] {
            let outcome = fake.get(&format!("{list}?owner_email_hash={wrong}"));
            assert_eq!(outcome.faults(), ["SecretScanningAlert owner_email_hash invalid"], "{list} {wrong}");
        }
    }
}
