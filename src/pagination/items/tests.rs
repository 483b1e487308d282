//! Malformed items in a list by item: passed over, named at the end, and resumed.

use super::super::script::{LIST, Script, token_text as at};
use super::super::{Pages, Position, Start};
use super::*;
use crate::ErrorKind;

fn items(start: Start, script: &Script) -> Items<u64> {
    Items::new(Entries::new(Pages::new(start, None, script.clone())))
}

fn text(resume: Option<ResumeToken>) -> Option<String> {
    resume.map(|resume| resume.to_string())
}

const TO_2: Option<&str> = Some("<?page=2>; rel=next");

/// Two pages with a malformed item each, the last of them at the end of the list.
fn two_pages() -> Script {
    let script = Script::new().page(Position::First, &[10, 12], &[1], TO_2);
    script.page(Position::Page(2), &[20], &[1], None)
}

/// Returns the rest of the items, and the error that ends the list.
async fn rest(items: &mut Items<u64>) -> (Vec<u64>, Option<Error>) {
    let mut found = Vec::new();
    loop {
        match items.try_next().await {
            Ok(Some(item)) => found.push(item),
            Ok(None) => return (found, None),
            Err(error) => return (found, Some(error)),
        }
    }
}

#[tokio::test]
async fn a_loop_run_to_its_end_receives_every_item_and_then_the_error() {
    let mut items = items(Start::first(), &two_pages());
    let (found, error) = rest(&mut items).await;
    assert_eq!(found, [10, 12, 20]);
    let error = error.unwrap();
    assert_eq!((error.kind(), error.malformed_count()), (ErrorKind::MalformedItems, 2));
    assert_eq!(error.operation(), Some(LIST.id));
    for _ in 0..3 {
        assert_eq!(items.try_next().await.unwrap(), None);
    }
    assert_eq!(items.malformed_count(), 2);
}

#[tokio::test]
async fn a_list_without_malformed_items_ends_without_an_error() {
    let script =
        Script::new().page(Position::First, &[], &[], TO_2).page(Position::Page(2), &[20], &[], None);
    let mut items = items(Start::first(), &script);
    let (found, error) = rest(&mut items).await;
    assert_eq!((found, error.is_none(), items.malformed_count()), (vec![20], true, 0));
}

#[tokio::test]
async fn a_loop_that_stops_early_has_the_malformed_items_so_far() -> Result<(), Error> {
    let mut items = items(Start::first(), &two_pages());
    items.try_next().await?;
    assert_eq!(items.malformed_count(), 0);
    items.try_next().await?;
    assert_eq!(items.malformed_items().iter().map(MalformedItem::index).collect::<Vec<_>>(), [1]);
    Ok(())
}

#[tokio::test]
async fn a_failed_request_ends_the_stream_at_its_page_with_the_malformed_items_so_far() -> Result<(), Error> {
    let script = Script::new().page(Position::First, &[10], &[1], TO_2).failure(Position::Page(2));
    let mut items = items(Start::first(), &script);
    assert_eq!(items.try_next().await?, Some(10));
    let error = items.try_next().await.unwrap_err();
    assert_eq!((error.kind(), error.malformed_count()), (ErrorKind::InvalidArgument, 1));
    assert!(error.to_string().ends_with("; 1 malformed item before it"), "{error}");
    assert_eq!(items.try_next().await?, None);
    assert_eq!(text(items.resume()), at("page=2&per_page=3"));
    Ok(())
}

#[tokio::test]
async fn resume_is_the_first_entry_that_was_not_passed_and_none_once_all_are() {
    let mut items = items(Start::first(), &two_pages());
    let mut tokens = vec![text(items.resume())];
    for _ in 0..5 {
        let _ = items.try_next().await;
        tokens.push(text(items.resume()));
    }
    let expected = [
        at("page=first"),
        at("page=first&per_page=3&skip=1"),
        at("page=2&per_page=3"),
        at("page=2&per_page=3&skip=1"),
        // After the error, and after the end.
        None,
        None,
    ];
    assert_eq!(tokens, expected);
}

#[tokio::test]
async fn resume_is_none_while_the_error_is_still_to_come() -> Result<(), Error> {
    let script = Script::new().page(Position::First, &[11], &[0], None);
    let mut items = items(Start::first(), &script);
    assert_eq!(items.try_next().await?, Some(11));
    assert_eq!(items.resume(), None);
    assert!(items.try_next().await.is_err());
    assert_eq!(items.resume(), None);
    Ok(())
}

#[tokio::test]
async fn a_list_resumed_in_the_middle_names_exactly_the_malformed_items_from_there_on() -> Result<(), Error> {
    let script = two_pages();
    for (taken, left, malformed) in
        [(0, vec![10, 12, 20], 2), (1, vec![12, 20], 2), (2, vec![20], 1), (3, vec![], 1)]
    {
        let mut first = items(Start::first(), &script);
        for _ in 0..taken {
            first.try_next().await?;
        }
        let token = text(first.resume()).unwrap_or_default();
        let (found, error) = rest(&mut items(Start::resume(&token.parse()?), &script)).await;
        let count = error.map_or(0, |error| error.malformed_count());
        assert_eq!((found, count), (left, malformed), "after {taken}");
        // Those before the token, and those after it.
        assert_eq!(first.malformed_count() + count, 2, "after {taken}");
    }
    Ok(())
}

#[test]
fn streams_are_send_and_unpin() {
    fn check<S: Send + Unpin + 'static>() {}
    check::<Items<u64>>();
    check::<Entries<u64>>();
    check::<Pages<u64>>();
}
