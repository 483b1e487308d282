//! How a list by page starts, continues, ends, and is resumed.

use super::super::script::{LIST, Script, token_text as at, with_length};
use super::*;
use crate::ErrorKind;

const TO_2: Option<&str> = Some("<?page=2>; rel=next");
const TO_3: Option<&str> = Some("<?page=3>; rel=next");

fn text(resume: Option<ResumeToken>) -> Option<String> {
    resume.map(|resume| resume.to_string())
}

#[tokio::test]
async fn pages_are_requested_one_by_one_and_never_ahead() -> Result<(), Error> {
    let script = Script::new()
        .page(Position::First, &[1], &[], TO_2)
        .page(Position::Page(2), &[2], &[], TO_3)
        .page(Position::Page(3), &[3], &[], None);
    let mut pages = Pages::new(Start::first(), None, script.clone());
    assert_eq!(script.requested(), []);
    assert_eq!(pages.try_next().await?.map(|page| page.items), Some(vec![1]));
    assert_eq!(script.requested(), [Position::First]);
    assert_eq!(text(pages.resume()), at("page=2&per_page=3"));
    assert_eq!(pages.try_next().await?.map(|page| page.items), Some(vec![2]));
    assert_eq!(script.requested().len(), 2);
    assert_eq!(pages.try_next().await?.map(|page| page.items), Some(vec![3]));
    assert_eq!(pages.try_next().await?.map(|page| page.items), None);
    assert_eq!(pages.try_next().await?.map(|page| page.items), None);
    assert_eq!(pages.resume(), None);
    assert_eq!(script.requested().len(), 3);
    Ok(())
}

#[tokio::test]
async fn the_first_page_alone_sends_one_request() -> Result<(), Error> {
    let script = Script::new().page(Position::First, &[1], &[], TO_2);
    let page = Pages::new(Start::first(), None, script.clone()).first().await?;
    assert_eq!(text(page.next), at("page=2&per_page=3"));
    assert_eq!(script.requested(), [Position::First]);
    Ok(())
}

#[tokio::test]
async fn an_empty_page_with_a_next_link_does_not_end_the_list() -> Result<(), Error> {
    let script = Script::new().page(Position::First, &[], &[], TO_2).page(Position::Page(2), &[2], &[], None);
    let mut pages = Pages::new(Start::first(), None, script);
    assert_eq!(pages.try_next().await?.map(|page| page.items), Some(vec![]));
    assert_eq!(pages.try_next().await?.map(|page| page.items), Some(vec![2]));
    Ok(())
}

#[tokio::test]
async fn a_next_link_to_an_earlier_page_is_an_error_after_the_page() {
    for link in ["<?page=1>; rel=next", "<?page=2>; rel=next", "<?page=0>; rel=next", "<?x=1>; rel=next"] {
        let script = Script::new().page(Position::First, &[1], &[], TO_2).page(
            Position::Page(2),
            &[2, 3],
            &[],
            Some(link),
        );
        let mut pages = Pages::new(Start::first(), None, script.clone());
        assert!(pages.try_next().await.is_ok());
        let page = pages.try_next().await.unwrap().unwrap();
        assert_eq!((page.items, page.next), (vec![2, 3], None), "{link}");
        let error = pages.try_next().await.unwrap_err();
        assert_eq!(error.kind(), ErrorKind::Pagination, "{link}");
        assert_eq!(text(pages.resume()), at("page=2&per_page=3&skip=2"), "{link}");
        assert!(pages.try_next().await.unwrap().is_none(), "{link}");
        assert_eq!(script.requested().len(), 2, "{link}");
    }
}

#[tokio::test]
async fn a_single_page_with_an_unusable_next_link_is_an_error() {
    let script = Script::new().page(Position::First, &[1], &[], Some("<?page=1>; rel=next"));
    let error = Pages::new(Start::first(), None, script).first().await.unwrap_err();
    assert_eq!(error.kind(), ErrorKind::Pagination);
}

#[tokio::test]
async fn a_failed_request_ends_the_list_and_can_be_resumed() {
    let script = Script::new().page(Position::First, &[1], &[], TO_2).failure(Position::Page(2));
    let mut pages = Pages::new(Start::first(), None, script.clone());
    assert!(pages.try_next().await.is_ok());
    assert!(pages.try_next().await.is_err());
    assert!(pages.try_next().await.unwrap().is_none());
    assert_eq!(text(pages.resume()), at("page=2&per_page=3"));
    assert_eq!(script.requested().len(), 2);
}

#[tokio::test]
async fn pagination_by_cursor_starts_with_an_empty_cursor_and_ignores_page_numbers() -> Result<(), Error> {
    let script = Script::new()
        .page(Position::After(String::new()), &[1], &[], Some("<?page=2&after=c>; rel=next"))
        .page(Position::After("c".into()), &[2], &[], None);
    let mut pages = Pages::new(Start::first().by_cursor(), None, script.clone());
    while pages.try_next().await?.is_some() {}
    assert_eq!(script.requested(), [Position::After(String::new()), Position::After("c".into())]);
    Ok(())
}

#[tokio::test]
async fn a_token_of_another_list_is_refused_before_a_request_is_sent() {
    for token in [
        "secret-scanning/list-locations-for-alert?page=2&target=acme%2Fwidgets%2C+alert+42",
        "/x?page=2",
        &format!("{}?page=2&target=acme%2Fgadgets", LIST.id),
        &format!("{}?page=2&target=acme%2Fwidget", LIST.id),
        &format!("{}?page=2&target=acme%2Fwidgets%2C+alert+42", LIST.id),
        &format!("{}?page=2&target=other%2Fwidgets", LIST.id),
        &format!("{}?page=2&target=", LIST.id),
    ] {
        let script = Script::new();
        let start = Start::resume(&with_length(token).parse().unwrap());
        let mut pages = Pages::new(start, None, script.clone());
        let error = pages.try_next().await.unwrap_err();
        assert_eq!((error.kind(), error.argument()), (ErrorKind::InvalidArgument, Some("resume")), "{token}");
        assert_eq!(error.operation(), Some(LIST.id));
        assert_eq!(error.attempts(), 0);
        assert_eq!(pages.resume(), None);
        assert!(pages.try_next().await.unwrap().is_none());
        assert_eq!(script.requested(), []);
    }
}

#[tokio::test]
async fn a_target_is_compared_without_the_case_of_its_letters() -> Result<(), Error> {
    let token = with_length(&format!("{}?page=2&target=Acme%2FWidgets", LIST.id)).parse()?;
    let script = Script::new().page(Position::Page(2), &[2], &[], TO_3);
    let mut pages = Pages::new(Start::resume(&token), None, script.clone());
    assert!(pages.try_next().await?.is_some());
    assert_eq!(text(pages.resume()), at("page=3&per_page=3"));
    Ok(())
}

#[tokio::test]
async fn a_dropped_poll_does_not_repeat_the_request() -> Result<(), Error> {
    let script = Script::new().page(Position::First, &[1], &[], None);
    let mut pages = Pages::new(Start::first(), None, script.clone());
    {
        let mut waiting = Box::pin(pages.try_next());
        let first_poll = poll_fn(|context| Poll::Ready(waiting.as_mut().poll(context))).await;
        assert!(first_poll.is_pending());
    }
    assert_eq!(pages.try_next().await?.map(|page| page.items), Some(vec![1]));
    assert_eq!(script.requested(), [Position::First]);
    Ok(())
}
