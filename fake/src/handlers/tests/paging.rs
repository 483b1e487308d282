//! Paging by number and by cursor.

use chrono::TimeDelta;
use github_secret_scanning_generated::types::Alert;

use super::{Api, BASE_URL, REPO, alert, at};

const LIST: &str = "/repos/acme/widgets/secret-scanning/alerts";

/// Seven alerts, created in the order of their numbers.
fn seven() -> Api {
    Api::with((1..=7).map(created))
}

/// Pairs of alerts have the same creation time.
fn created(number: u64) -> Alert {
    alert(number, |alert| {
        alert.created_at = Some(at(0) + TimeDelta::minutes(i64::try_from(number / 2).unwrap()))
    })
}

/// Follows one relation to the end, and changes the store after each page.
fn follow(
    api: &mut Api,
    target: &str,
    relation: &str,
    mut after_each_page: impl FnMut(&mut Api),
) -> Vec<Vec<u64>> {
    let mut pages = Vec::new();
    let mut next = Some(target.to_owned());
    while let Some(target) = next {
        assert!(pages.len() < 20, "{target}");
        let page = api.get(&target);
        pages.push(page.numbers());
        next = page.link(relation);
        after_each_page(api);
    }
    pages
}

#[test]
fn paging_by_number_or_cursor_returns_every_entry_once_in_order() {
    let mut api = seven();
    api.store.add_enterprise("acme-inc", &["acme".into()]).unwrap();
    for list in [LIST, "/orgs/acme/secret-scanning/alerts", "/enterprises/acme-inc/secret-scanning/alerts"] {
        for (query, expected) in
            [("direction=asc", [1, 2, 3, 4, 5, 6, 7]), ("direction=desc", [7, 6, 5, 4, 3, 2, 1])]
        {
            for start in ["", "&after=", "&before=", "&page=1"] {
                for per_page in 1..=8 {
                    let target = format!("{list}?{query}&per_page={per_page}{start}");
                    let pages = follow(&mut api, &target, "next", |_| ());
                    assert_eq!(pages.concat(), expected, "{target}");
                    assert_eq!(pages.len(), 7_usize.div_ceil(per_page), "{target}");
                    assert!(pages.iter().rev().skip(1).all(|page| page.len() == per_page), "{target}");
                }
            }
        }
    }
}

#[test]
fn paging_by_cursor_is_stable_while_entries_are_added() {
    let add = |api: &mut Api| {
        api.now += TimeDelta::seconds(1);
        api.add(REPO, Alert::new(0));
    };
    for (direction, old) in [("asc", [1, 2, 3, 4, 5, 6, 7]), ("desc", [7, 6, 5, 4, 3, 2, 1])] {
        let mut api = seven();
        let mut left = 4;
        let seen =
            follow(&mut api, &format!("{LIST}?per_page=2&after=&direction={direction}"), "next", |api| {
                if left > 0 {
                    left -= 1;
                    add(api);
                }
            })
            .concat();
        assert_eq!(seen[..7], old, "{direction}");
        // Entries added after the cursor are returned, those before it are not.
        assert_eq!(seen[7..], if direction == "asc" { vec![8, 9, 10, 11] } else { vec![] });
    }
    let mut api = seven();
    let mut left = 3;
    let seen = follow(&mut api, &format!("{LIST}?per_page=2&direction=asc"), "next", |api| {
        if left > 0 {
            left -= 1;
            add(api);
        }
    });
    assert_eq!(seen.concat(), (1..=10).collect::<Vec<u64>>(), "by number, oldest first");
}

#[test]
fn cursor_stays_valid_when_its_entry_no_longer_matches_the_filter() {
    let mut api = seven();
    let page = api.get(&format!("{LIST}?state=open&per_page=3&after=&direction=asc"));
    assert_eq!(page.numbers(), [1, 2, 3]);
    let resolve = serde_json::json!({ "state": "resolved", "resolution": "revoked" });
    for number in [2, 3] {
        assert_eq!(api.patch(&format!("{LIST}/{number}"), &resolve).status, 200);
    }
    assert_eq!(api.numbers(&page.link("next").unwrap()), [4, 5, 6]);
}

#[test]
fn paging_backwards_returns_the_same_pages() {
    let mut api = seven();
    for query in ["per_page=2&page=4", "per_page=2&after="] {
        let forwards = follow(&mut api, &format!("{LIST}?{query}"), "next", |_| ());
        let mut last = format!("{LIST}?{query}");
        while let Some(next) = api.get(&last).link("next") {
            last = next;
        }
        let mut backwards = follow(&mut api, &last, "prev", |_| ());
        backwards.reverse();
        assert_eq!(backwards.concat(), [7, 6, 5, 4, 3, 2, 1], "{query}");
        assert_eq!(backwards.last(), forwards.last(), "{query}");
    }
}

#[test]
fn numbered_page_links_to_prev_next_first_last_and_keeps_other_parameters() {
    let mut api = seven();
    let target = |page| format!("{LIST}?state=open&secret_type=a%2Cexample_api_key&per_page=2&page={page}");
    for (page, prev, next) in
        [(1, None, Some(2)), (2, Some(1), Some(3)), (4, Some(3), None), (9, Some(4), None)]
    {
        let response = api.get(&target(page));
        assert_eq!(response.link("prev"), prev.map(target), "{page}");
        assert_eq!(response.link("first"), prev.map(|_| target(1)), "{page}");
        assert_eq!(response.link("next"), next.map(target), "{page}");
        assert_eq!(response.link("last"), next.map(|_| target(4)), "{page}");
    }
    let link = api.get(&target(1)).link.unwrap();
    assert!(link.starts_with(&format!("<{BASE_URL}{LIST}?")), "{link}");
    assert_eq!(api.get(&target(9)).numbers(), [0_u64; 0]);
}

#[test]
fn only_page_has_no_links() {
    let mut api = seven();
    for query in [
        "",
        "per_page=7",
        "per_page=7&after=",
        "page=2",
        "page=18446744073709551615",
        "state=resolved&after=",
    ] {
        assert_eq!(api.get(&format!("{LIST}?{query}")).link, None, "{query}");
    }
}

#[test]
fn per_page_defaults_to_30_and_is_limited_to_100() {
    let mut api = Api::with((1..=120).map(Alert::new));
    for (query, length) in
        [("", 30), ("per_page=100", 100), ("per_page=101", 100), ("per_page=5000&after=", 100)]
    {
        assert_eq!(api.numbers(&format!("{LIST}?{query}")).len(), length, "{query}");
    }
}

#[test]
fn cursor_of_another_sort_or_beside_its_opposite_is_refused() {
    let mut api = seven();
    let next = api.get(&format!("{LIST}?per_page=2&after=")).link("next").unwrap();
    assert_eq!(
        api.get(&format!("{next}&sort=updated")).validation_errors(),
        ["SecretScanningAlert after invalid"]
    );
    let prev = api.get(&next).link("prev").unwrap();
    let (_, before) = prev.split_once("before=").unwrap();
    assert_eq!(
        api.get(&format!("{next}&before={before}")).validation_errors(),
        ["SecretScanningAlert before invalid", "SecretScanningAlert after invalid"]
    );
}
