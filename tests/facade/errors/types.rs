//! What a service may do with the types: send them to other tasks, keep them, and pass errors on.

use futures_util::future::BoxFuture;
use github_secret_scanning::models::{Alert, Location};
use github_secret_scanning::requests::{
    DismissSecretBypassResponse, GetAlert, GetPatternConfigurations, GetPushRuleBypassRequest,
    GetSecretBypassRequest, ListAlertLocations, ListAlerts, ListRepoPushRuleBypassRequests,
    ListSecretBypassRequests, ReviewSecretBypassRequest, UpdateAlert, UpdatePatternConfigurations,
};
use github_secret_scanning::{
    AlertScope, Client, ClientBuilder, Enterprise, Error, ErrorDetail, ErrorKind, Items, MalformedItem, Org,
    Page, Pages, RateLimit, Repo, ResumeToken, Secret,
};

use crate::support::{Answer, Server, repo};

/// A request of any scope can go to another task, so a generic function needs no bound.
struct NotSend(#[expect(dead_code, reason = "it stands for its traits")] *const ());

fn is_send<T: Send + 'static>() {}
fn is_sync<T: Sync>() {}
fn is_clone<T: Clone>() {}

#[test]
fn an_error_is_one_word_wide_so_that_results_stay_small() {
    assert_eq!(size_of::<Error>(), size_of::<usize>());
    assert_eq!(size_of::<Result<(), Error>>(), size_of::<usize>());
}

#[test]
fn everything_can_go_to_another_task() {
    macro_rules! all_send { ($($name:ty),* $(,)?) => { $(is_send::<$name>();)* }; }
    all_send![
        Client,
        ClientBuilder,
        Repo,
        Org,
        Enterprise,
        AlertScope,
        Error,
        ErrorDetail,
        ErrorKind,
        Page<Alert>,
        Pages<Alert>,
        Items<Alert>,
        Pages<Location>,
        Items<Location>,
        RateLimit,
        MalformedItem,
        ResumeToken,
        Secret,
        Alert,
        ListAlerts<Enterprise>,
        ListAlerts<NotSend>,
        GetPatternConfigurations<Org>,
        UpdatePatternConfigurations<Org>,
        ListSecretBypassRequests<Repo>,
        ListRepoPushRuleBypassRequests,
        GetPushRuleBypassRequest,
        GetSecretBypassRequest,
        ReviewSecretBypassRequest,
        DismissSecretBypassResponse,
        GetAlert,
        UpdateAlert,
        ListAlertLocations,
    ];
    is_sync::<Error>();
    is_sync::<Client>();
    is_sync::<Repo>();
    is_sync::<ResumeToken>();
    is_sync::<Page<Alert>>();
    is_sync::<Alert>();
    is_clone::<Client>();
    is_clone::<Repo>();
    is_clone::<ListAlerts<NotSend>>();
    is_clone::<UpdateAlert>();
    is_clone::<ResumeToken>();
}

#[tokio::test]
async fn a_call_in_flight_can_go_to_another_task_and_outlives_what_made_it() {
    let server = Server::start(|_| Answer::json(200, &serde_json::json!({ "number": 42 }))).await;
    let sent: BoxFuture<'static, Result<Alert, Error>> = {
        let repo = repo(&server);
        repo.alert(42).get().send()
    };
    assert_eq!(tokio::spawn(sent).await.unwrap().unwrap().number, 42);

    let list = Server::start(|_| Answer::json(200, &serde_json::json!([{ "number": 7 }]))).await;
    let (mut items, page) = {
        let repo = repo(&list);
        (repo.alerts().stream(), repo.alerts().page())
    };
    let walked = tokio::spawn(async move { items.try_next().await }).await.unwrap();
    assert_eq!(walked.unwrap().unwrap().number, 7);
    assert_eq!(tokio::spawn(page).await.unwrap().unwrap().items.len(), 1);
}

#[test]
fn an_error_becomes_whatever_a_service_passes_errors_on_as() {
    fn boxed() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        Client::builder().build()?;
        Ok(())
    }
    let error = boxed().unwrap_err();
    let ours = error.downcast_ref::<Error>().unwrap();
    assert_eq!((ours.kind(), ours.argument()), (ErrorKind::InvalidArgument, Some("token")));
}
