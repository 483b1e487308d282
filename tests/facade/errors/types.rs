//! Auto traits of the public types, and conversions of errors.

use futures_util::future::BoxFuture;
use github_secret_scanning::models::{Alert, Location};
use github_secret_scanning::requests::{
    DismissSecretBypassResponse, GetAlert, GetPatternConfigurations, GetPushRuleBypassRequest,
    GetSecretBypassRequest, ListAlertLocations, ListAlerts, ListRepoPushRuleBypassRequests,
    ListSecretBypassRequests, ReviewSecretBypassRequest, UpdateAlert, UpdatePatternConfigurations,
};
use github_secret_scanning::{
    AlertScope, Client, ClientBuilder, Collected, Enterprise, Entries, Error, ErrorDetail, ErrorKind, Items,
    MalformedItem, Org, Page, Pages, RateLimit, Repo, ResumeToken, Secret,
};

use crate::support::{Reply, Server, repo};

/// A request of any scope can go to another task, so a generic function needs no bound.
struct NotSend(#[expect(dead_code, reason = "only its traits are used")] *const ());

fn is_send<T: Send + 'static>() {}
fn is_sync<T: Sync>() {}
fn is_clone<T: Clone>() {}

#[test]
fn error_is_one_word_wide() {
    assert_eq!(size_of::<Error>(), size_of::<usize>());
    assert_eq!(size_of::<Result<(), Error>>(), size_of::<usize>());
}

#[test]
fn public_types_are_send() {
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
        Entries<Alert>,
        Collected<Alert>,
        Pages<Location>,
        Items<Location>,
        Entries<Location>,
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
    is_sync::<Collected<Alert>>();
    is_sync::<Alert>();
    is_clone::<Client>();
    is_clone::<Repo>();
    is_clone::<ListAlerts<NotSend>>();
    is_clone::<UpdateAlert>();
    is_clone::<ResumeToken>();
}

#[tokio::test]
async fn futures_and_streams_are_send_and_outlive_their_scope() {
    let server = Server::start(|_| Reply::json(200, &serde_json::json!({ "number": 42 })));
    let sent: BoxFuture<'static, Result<Alert, Error>> = {
        let repo = repo(&server);
        repo.alert(42).get().send()
    };
    assert_eq!(tokio::spawn(sent).await.unwrap().unwrap().number, 42);

    let list = Server::start(|_| Reply::json(200, &serde_json::json!([{ "number": 7 }])));
    let (mut items, page) = {
        let repo = repo(&list);
        (repo.alerts().stream(), repo.alerts().page())
    };
    let first = tokio::spawn(async move { items.try_next().await }).await.unwrap();
    assert_eq!(first.unwrap().unwrap().number, 7);
    assert_eq!(tokio::spawn(page).await.unwrap().unwrap().items.len(), 1);
}

#[test]
fn error_converts_into_a_boxed_error() {
    fn boxed() -> Result<(), Box<dyn std::error::Error + Send + Sync>> {
        Client::builder().build()?;
        Ok(())
    }
    let error = boxed().unwrap_err();
    let original = error.downcast_ref::<Error>().unwrap();
    assert_eq!((original.kind(), original.argument()), (ErrorKind::InvalidArgument, Some("token")));
}
