//! Pages that are not what a list is made of.

use github_secret_scanning::{ErrorKind, ResumeToken};
use serde_json::{Value, json};

use crate::support::{Reply, World, cases, planted};

cases![
    json_null_for_a_page_is_an_error,
    one_bad_item_among_a_hundred_costs_none_of_its_neighbours,
    one_bad_item_comes_as_one_error_of_a_stream_that_goes_on,
    a_failed_page_is_tried_again_and_the_walk_misses_nothing,
    a_next_link_to_another_host_leads_nobody_there,
    a_list_that_leads_back_to_itself_is_an_error_and_no_loop,
    a_place_in_a_list_that_is_none_is_refused_without_being_shown,
];

async fn json_null_for_a_page_is_an_error(world: World) {
    let server = world.answering(|_| Reply::ok(&Value::Null));
    let error = world.error(world.repo(&server).alerts().page().await);
    assert_eq!((error.kind(), error.status(), error.attempts()), (ErrorKind::Decode, Some(200), 1));
    assert_eq!(server.count(), 1);
}

/// A hundred alerts, the one at 57 misshapen.
fn hundred() -> Reply {
    let items = (0..100).map(|n| if n == 57 { planted::misshapen_alert() } else { planted::alert(n) });
    Reply::ok(&items.collect())
}

async fn one_bad_item_among_a_hundred_costs_none_of_its_neighbours(world: World) {
    let server = world.answering(|_| hundred());
    let page = world.value(world.repo(&server).alerts().per_page(100).page().await);
    let numbers: Vec<_> = page.items.iter().map(|alert| alert.number).collect();
    assert_eq!(numbers, (0..100).filter(|n| *n != 57).collect::<Vec<_>>());
    let rejected: Vec<_> = page.malformed.iter().map(|r| (r.index(), r.path())).collect();
    assert_eq!(rejected, [(57, "number")]);
    assert_eq!(server.count(), 1);
}

async fn one_bad_item_comes_as_one_error_of_a_stream_that_goes_on(world: World) {
    let server = world.answering(|_| hundred());
    let mut stream = world.repo(&server).alerts().assignee(planted::QUERY).stream();
    let mut seen = Vec::new();
    loop {
        world.print(&stream);
        match stream.try_next().await {
            Ok(Some(alert)) => seen.push(Some(alert.number)),
            Ok(None) => break,
            Err(error) => {
                world.print_error(&error);
                assert_eq!((error.kind(), error.decode_path()), (ErrorKind::Decode, Some("[57].number")));
                seen.push(None);
            }
        }
    }
    assert_eq!(seen, (0..100).map(|n| (n != 57).then_some(n)).collect::<Vec<_>>());
    assert_eq!(server.count(), 1);
}

fn page(number: u64, next: Option<&str>) -> Reply {
    let reply = Reply::ok(&json!([planted::alert(number)]));
    match next {
        Some(next) => reply.header("link", format!("<{next}>; rel=\"next\"")),
        None => reply,
    }
}

async fn numbers(world: &World, server: &crate::support::Server) -> Vec<u64> {
    let mut stream = world.repo(server).alerts().stream();
    let mut numbers = Vec::new();
    while let Some(alert) = world.value(stream.try_next().await) {
        numbers.push(alert.number);
    }
    numbers
}

async fn a_failed_page_is_tried_again_and_the_walk_misses_nothing(world: World) {
    let broken = page(2, Some("https://h/?page=3")).reset_before_the_last(5);
    let server = world.server([
        page(1, Some("https://h/?page=2")),
        Reply::status(503),
        broken,
        page(2, Some("https://h/?page=3")),
        page(3, None),
    ]);
    assert_eq!(numbers(&world, &server).await, [1, 2, 3]);
    let asked: Vec<_> = server.requests().iter().map(|r| r.target.contains("page=2")).collect();
    assert_eq!(asked, [false, true, true, true, false]);
}

async fn a_next_link_to_another_host_leads_nobody_there(world: World) {
    let elsewhere = world.server([]);
    let next = format!("{}/steal?page=2&t={}", elsewhere.url(), planted::HEADER);
    let server = world.server([page(1, Some(&next)), page(2, None)]);
    assert_eq!(numbers(&world, &server).await, [1, 2]);
    assert_eq!((server.count(), elsewhere.connections()), (2, 0));
    assert!(server.tokens().iter().all(|token| token == planted::TOKEN));
}

async fn a_list_that_leads_back_to_itself_is_an_error_and_no_loop(world: World) {
    let server = world.answering(|_| page(1, Some("https://h/?page=2")));
    let mut stream = world.repo(&server).alerts().stream();
    let error = loop {
        match stream.try_next().await {
            Ok(Some(_)) => {}
            Ok(None) => panic!("the list has no end"),
            Err(error) => break error,
        }
    };
    world.print_error(&error);
    assert_eq!(error.kind(), ErrorKind::Pagination);
    assert_eq!(server.count(), 2);
}

async fn a_place_in_a_list_that_is_none_is_refused_without_being_shown(world: World) {
    let operation = "secret-scanning/list-alerts-for-repo";
    for place in [
        planted::QUERY.to_owned(),
        format!("{operation}?page={}", planted::QUERY),
        format!("{operation}?{}=1", planted::QUERY),
        format!("{operation}?page=1&skip={}", planted::QUERY),
        format!("{}?page=2", planted::QUERY),
    ] {
        let server = world.answering(|_| page(1, None));
        match place.parse::<ResumeToken>() {
            Err(error) => assert_eq!(world.error::<()>(Err(error)).kind(), ErrorKind::InvalidArgument),
            // What reads well can still be of another list.
            Ok(place) => {
                let result = world.repo(&server).alerts().resume(&place).page().await;
                assert_eq!(world.error(result).kind(), ErrorKind::InvalidArgument);
            }
        }
        assert_eq!(server.count(), 0);
    }
}
