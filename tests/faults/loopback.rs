//! Plain HTTP stays on this machine: names that resolve elsewhere, and proxies.

use std::net::{SocketAddr, TcpListener};
use std::sync::{Arc, Mutex};

use github_secret_scanning::{ClientBuilder, ErrorKind};
use reqwest::dns::{Addrs, Name, Resolve, Resolving};

use crate::support::{Context, Reply, Server, cases, planted};

cases![
    plain_http_to_a_name_of_loopback_is_sent_to_this_machine_whatever_the_name_resolves_to,
    plain_http_to_loopback_bypasses_the_proxies_of_a_http_client,
    proxy_elsewhere_is_refused_for_plain_http_to_loopback,
    proxy_on_loopback_is_reached_on_this_machine_whatever_its_name_resolves_to,
];

/// A resolver that sends every name to one address, and counts.
#[derive(Clone)]
struct Resolver {
    address: SocketAddr,
    resolved: Arc<Mutex<Vec<String>>>,
}

impl Resolve for Resolver {
    fn resolve(&self, name: Name) -> Resolving {
        self.resolved.lock().unwrap().push(name.as_str().to_owned());
        let addresses: Addrs = Box::new(std::iter::once(self.address));
        Box::pin(std::future::ready(Ok(addresses)))
    }
}

impl Resolver {
    fn to(address: SocketAddr) -> Self {
        Self { address, resolved: Arc::default() }
    }

    fn http(&self) -> impl Fn() -> reqwest::ClientBuilder + Send + Sync + 'static {
        let resolver = self.clone();
        // An override of the caller is one more way to name another address.
        move || {
            let http = reqwest::Client::builder().dns_resolver(resolver.clone());
            http.resolve("api.localhost", resolver.address)
        }
    }

    fn resolved(&self) -> Vec<String> {
        self.resolved.lock().unwrap().clone()
    }
}

/// A server at 127.0.0.1, and one in place of another machine: the same port at another address, because the port of
/// a URL precedes that of a resolver.
fn here_and_elsewhere(context: &Context) -> Option<(Server, Server)> {
    let here = test_kit::listener();
    let port = here.local_addr().unwrap().port();
    // Only Linux has the whole network of loopback.
    let elsewhere = match TcpListener::bind(("127.0.0.2", port)) {
        Ok(elsewhere) => elsewhere,
        Err(_) if !cfg!(target_os = "linux") => return None,
        Err(error) => panic!("{error}"),
    };
    let reply = |_: &_| Reply::ok(&planted::alert(42));
    Some((context.server_on(here, reply), context.server_on(elsewhere, reply)))
}

fn port(server: &Server) -> u16 {
    server.url().rsplit(':').next().unwrap().parse().unwrap()
}

async fn plain_http_to_a_name_of_loopback_is_sent_to_this_machine_whatever_the_name_resolves_to(
    context: Context,
) {
    for name in ["localhost", "api.localhost", "API.LocalHost", "api.localhost."] {
        let Some((here, elsewhere)) = here_and_elsewhere(&context) else { return };
        let port = port(&here);
        let resolver = Resolver::to(SocketAddr::from(([127, 0, 0, 2], port)));
        let builder = context.client_for_url(&format!("http://{name}:{port}")).http(resolver.http());
        context.value(context.build(builder.clone()).alert(42).get().await);
        assert_eq!((here.count(), elsewhere.connections()), (1, 0), "{name}");
        assert!(resolver.resolved().is_empty(), "{name}");
        // What the name resolves to counts as soon as that is allowed.
        context.value(context.build(builder.allow_plain_http()).alert(42).get().await);
        assert_eq!((here.count(), elsewhere.tokens()), (1, vec![planted::TOKEN.to_owned()]), "{name}");
    }
}

async fn plain_http_to_loopback_bypasses_the_proxies_of_a_http_client(context: Context) {
    let server = context.server(|_| Reply::ok(&planted::alert(42)));
    let proxy = context.server(|_| Reply::ok(&planted::alert(42)));
    let url = proxy.url().to_owned();
    let http = move || reqwest::Client::builder().proxy(reqwest::Proxy::all(&url).unwrap());
    let builder = context.client(&server).http(http);
    context.value(context.build(builder.clone()).alert(42).get().await);
    assert_eq!((server.count(), proxy.connections()), (1, 0));
    context.value(context.build(builder.allow_plain_http()).alert(42).get().await);
    assert_eq!((server.count(), proxy.count()), (1, 1));
}

/// Returns whether a client for `base_url` refuses `proxy`, by name and without showing it.
fn refused(context: &Context, base_url: &str, proxy: &str, set: fn(ClientBuilder) -> ClientBuilder) -> bool {
    let built = set(context.client_for_url(base_url).proxy(proxy)).build();
    let Err(error) = built else { return false };
    context.record_error(&error);
    assert_eq!((error.kind(), error.argument()), (ErrorKind::InvalidArgument, Some("proxy")), "{error}");
    assert!(!format!("{error} {error:?}").contains("corp"), "{error}");
    true
}

async fn proxy_elsewhere_is_refused_for_plain_http_to_loopback(context: Context) {
    for (base_url, proxy, is_refused) in [
        ("http://127.0.0.1:9", "http://proxy.corp:3128", true),
        ("http://127.0.0.1:9", "https://10.0.0.1:3128", true),
        ("http://[::1]:9", "http://localhost.corp", true),
        // The proxy would resolve the name.
        ("http://api.localhost:9", "http://127.0.0.1:3128", true),
        ("http://127.0.0.1:9", "http://127.0.0.1:3128", false),
        ("http://127.0.0.1:9", "http://localhost:3128", false),
        ("http://127.0.0.1:9", "[::ffff:127.0.0.1]:3128", false),
        ("https://127.0.0.1:9", "http://proxy.corp:3128", false),
        ("https://localhost:9", "http://proxy.corp:3128", false),
    ] {
        assert_eq!(refused(&context, base_url, proxy, |builder| builder), is_refused, "{base_url} {proxy}");
        assert!(!refused(&context, base_url, proxy, ClientBuilder::allow_plain_http), "{base_url} {proxy}");
    }
}

async fn proxy_on_loopback_is_reached_on_this_machine_whatever_its_name_resolves_to(context: Context) {
    let Some((here, elsewhere)) = here_and_elsewhere(&context) else { return };
    let port = port(&here);
    let resolver = Resolver::to(SocketAddr::from(([127, 0, 0, 2], port)));
    let builder = context.client_for_url("http://127.0.0.1:1").http(resolver.http());
    let repo = context.build(builder.proxy(format!("http://api.localhost:{port}")));
    context.value(repo.alert(42).get().await);
    assert_eq!((here.count(), elsewhere.connections()), (1, 0));
    assert!(resolver.resolved().is_empty());
}
