//! Walking a list, by number and by cursor.

use chrono::TimeDelta;
use github_secret_scanning_generated::types::Alert;

use super::{BASE_URL, Fake, REPO, alert, at};

const LIST: &str = "/repos/acme/widgets/secret-scanning/alerts";

/// Seven alerts, made in the order of their numbers.
fn seven() -> Fake {
    Fake::with((1..=7).map(made))
}

/// Two of them at a time have the same creation date.
fn made(number: u64) -> Alert {
    alert(number, |alert| {
        alert.created_at = Some(at(0) + TimeDelta::minutes(i64::try_from(number / 2).unwrap()))
    })
}

/// Follows one relation to the end, and does something to the world after each page.
fn walk(
    fake: &mut Fake,
    target: &str,
    relation: &str,
    mut meanwhile: impl FnMut(&mut Fake),
) -> Vec<Vec<u64>> {
    let mut pages = Vec::new();
    let mut next = Some(target.to_owned());
    while let Some(target) = next {
        assert!(pages.len() < 20, "{target}");
        let page = fake.get(&target);
        pages.push(page.numbers());
        next = page.link(relation);
        meanwhile(fake);
    }
    pages
}

#[test]
fn a_walk_by_number_or_cursor_sees_every_entry_once_and_in_order() {
    let mut fake = seven();
    fake.world.add_enterprise("acme-inc", &["acme".into()]).unwrap();
    for list in [LIST, "/orgs/acme/secret-scanning/alerts", "/enterprises/acme-inc/secret-scanning/alerts"] {
        for (query, expected) in
            [("direction=asc", [1, 2, 3, 4, 5, 6, 7]), ("direction=desc", [7, 6, 5, 4, 3, 2, 1])]
        {
            for start in ["", "&after=", "&before=", "&page=1"] {
                for per_page in 1..=8 {
                    let target = format!("{list}?{query}&per_page={per_page}{start}");
                    let pages = walk(&mut fake, &target, "next", |_| ());
                    assert_eq!(pages.concat(), expected, "{target}");
                    assert_eq!(pages.len(), 7_usize.div_ceil(per_page), "{target}");
                    assert!(pages.iter().rev().skip(1).all(|page| page.len() == per_page), "{target}");
                }
            }
        }
    }
}

#[test]
fn entries_that_are_added_meanwhile_shift_and_repeat_nothing() {
    let add = |fake: &mut Fake| {
        fake.now += TimeDelta::seconds(1);
        fake.add(REPO, Alert::new(0));
    };
    for (direction, old) in [("asc", [1, 2, 3, 4, 5, 6, 7]), ("desc", [7, 6, 5, 4, 3, 2, 1])] {
        let mut fake = seven();
        let mut left = 4;
        let seen =
            walk(&mut fake, &format!("{LIST}?per_page=2&after=&direction={direction}"), "next", |fake| {
                if left > 0 {
                    left -= 1;
                    add(fake);
                }
            })
            .concat();
        assert_eq!(seen[..7], old, "{direction}");
        // What came after the place of the walk was seen; what came before it was not.
        assert_eq!(seen[7..], if direction == "asc" { vec![8, 9, 10, 11] } else { vec![] });
    }
    let mut fake = seven();
    let mut left = 3;
    let seen = walk(&mut fake, &format!("{LIST}?per_page=2&direction=asc"), "next", |fake| {
        if left > 0 {
            left -= 1;
            add(fake);
        }
    });
    assert_eq!(seen.concat(), (1..=10).collect::<Vec<u64>>(), "by number, oldest first");
}

#[test]
fn a_cursor_stays_good_when_its_entry_no_longer_fits_the_filter() {
    let mut fake = seven();
    let page = fake.get(&format!("{LIST}?state=open&per_page=3&after=&direction=asc"));
    assert_eq!(page.numbers(), [1, 2, 3]);
    let resolve = serde_json::json!({ "state": "resolved", "resolution": "revoked" });
    for number in [2, 3] {
        assert_eq!(fake.patch(&format!("{LIST}/{number}"), &resolve).status, 200);
    }
    assert_eq!(fake.numbers(&page.link("next").unwrap()), [4, 5, 6]);
}

#[test]
fn a_walk_backwards_sees_the_same_pages() {
    let mut fake = seven();
    for query in ["per_page=2&page=4", "per_page=2&after="] {
        let forwards = walk(&mut fake, &format!("{LIST}?{query}"), "next", |_| ());
        let mut last = format!("{LIST}?{query}");
        while let Some(next) = fake.get(&last).link("next") {
            last = next;
        }
        let mut backwards = walk(&mut fake, &last, "prev", |_| ());
        backwards.reverse();
        assert_eq!(backwards.concat(), [7, 6, 5, 4, 3, 2, 1], "{query}");
        assert_eq!(backwards.last(), forwards.last(), "{query}");
    }
}

#[test]
fn links_by_number_lead_to_all_neighbours_and_keep_the_other_parameters() {
    let mut fake = seven();
    let target = |page| format!("{LIST}?state=open&secret_type=a%2Cexample_api_key&per_page=2&page={page}");
    for (page, prev, next) in
        [(1, None, Some(2)), (2, Some(1), Some(3)), (4, Some(3), None), (9, Some(4), None)]
    {
        let outcome = fake.get(&target(page));
        assert_eq!(outcome.link("prev"), prev.map(target), "{page}");
        assert_eq!(outcome.link("first"), prev.map(|_| target(1)), "{page}");
        assert_eq!(outcome.link("next"), next.map(target), "{page}");
        assert_eq!(outcome.link("last"), next.map(|_| target(4)), "{page}");
    }
    let link = fake.get(&target(1)).link.unwrap();
    assert!(link.starts_with(&format!("<{BASE_URL}{LIST}?")), "{link}");
    assert_eq!(fake.get(&target(9)).numbers(), [0_u64; 0]);
}

#[test]
fn there_are_no_links_where_all_fits_on_one_page() {
    let mut fake = seven();
    for query in [
        "",
        "per_page=7",
        "per_page=7&after=",
        "page=2",
        "page=18446744073709551615",
        "state=resolved&after=",
    ] {
        assert_eq!(fake.get(&format!("{LIST}?{query}")).link, None, "{query}");
    }
}

#[test]
fn a_page_holds_thirty_entries_unless_told_otherwise_and_never_more_than_a_hundred() {
    let mut fake = Fake::with((1..=120).map(Alert::new));
    for (query, length) in
        [("", 30), ("per_page=100", 100), ("per_page=101", 100), ("per_page=5000&after=", 100)]
    {
        assert_eq!(fake.numbers(&format!("{LIST}?{query}")).len(), length, "{query}");
    }
}

#[test]
fn a_cursor_means_nothing_under_another_sort_and_not_beside_its_opposite() {
    let mut fake = seven();
    let next = fake.get(&format!("{LIST}?per_page=2&after=")).link("next").unwrap();
    assert_eq!(fake.get(&format!("{next}&sort=updated")).faults(), ["SecretScanningAlert after invalid"]);
    let prev = fake.get(&next).link("prev").unwrap();
    let (_, before) = prev.split_once("before=").unwrap();
    assert_eq!(
        fake.get(&format!("{next}&before={before}")).faults(),
        ["SecretScanningAlert before invalid", "SecretScanningAlert after invalid"]
    );
}
