//! A server on loopback that carries out what it is asked, and fails as it is fated to.

use std::sync::Arc;

use test_kit::{Reply, Request, Server};

use crate::tally::{self, Tally};
use crate::trouble::{Fate, Trouble, WAYS};

/// Starts the server.
pub(crate) fn start(tally: &Arc<Tally>) -> Server {
    let tally = Arc::clone(tally);
    // What it records would be taken for growth.
    Server::builder().unrecorded().start(move |request| reply(request, &tally))
}

fn reply(request: &Request, tally: &Tally) -> Reply {
    let fate = Fate::of(tally.arrived());
    if let Some(way) = fate.way {
        tally.trouble(way);
    }
    let Some(call) = call(request).filter(|call| *call < tally.calls()) else {
        tally.stray();
        return Reply::status(404);
    };
    if request.method == "PATCH" && fate.acts {
        tally.applied(call);
    }
    let reply = match fate.way.map(|way| WAYS[way].1) {
        None => {
            // Before it goes out: the last call of all ends as soon as it is there.
            tally.served(call);
            alert(call).header("content-type", "application/json").header("etag", format!("\"{call}\""))
        }
        Some(Trouble::Status(status, headers, body)) => headers
            .iter()
            .fold(Reply::status(status).body(body), |reply, (name, value)| reply.header(name, value)),
        Some(Trouble::Reset) => Reply::reset(),
        Some(Trouble::HalfBody) => {
            let body = alert(call);
            let half = body.body_bytes().len() / 2;
            body.close_before_the_last(half)
        }
        Some(Trouble::Silence) => Reply::silence(),
    };
    let limit = [("limit", "5000"), ("remaining", "4999"), ("reset", "4102444800"), ("resource", "core")];
    limit.iter().fold(reply, |reply, (name, value)| reply.header(&format!("x-ratelimit-{name}"), value))
}

/// Which call a request belongs to, by the number of the alert.
fn call(request: &Request) -> Option<usize> {
    let number = request.path().strip_prefix("/repos/acme/widgets/secret-scanning/alerts/")?;
    number.parse::<usize>().ok()?.checked_sub(1)
}

fn alert(call: usize) -> Reply {
    let number = tally::number(call);
    let page = "https://github.com/acme/widgets/security/secret-scanning";
    Reply::status(200).body(format!(
        r#"{{"number":{number},"state":"open","secret_type":"mailchimp_api_key","secret":"not-a-real-one-us2",
        "html_url":"{page}/{number}","created_at":"2020-11-06T18:18:30Z","validity":"unknown",
        "first_location_detected":{{"path":"a/b.env","start_line":1,"end_line":1,"start_column":1,"end_column":64,
        "blob_sha":"af5626b4","blob_url":"{page}","commit_sha":"f14d7deb","commit_url":"{page}"}},
        "resolved_by":null,"push_protection_bypassed":false,"locations_url":"{page}/{number}/locations"}}"#
    ))
}
