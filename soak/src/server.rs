//! A server on loopback that fails as `faults` decides.

use std::sync::Arc;

use test_kit::{Reply, Request, Server};

use crate::faults::{FAULTS, Fault, Handling};
use crate::tally::{self, Tally};

/// Starts the server.
pub(crate) fn start(tally: &Arc<Tally>) -> Server {
    let tally = Arc::clone(tally);
    // A record of requests would count as growth of memory.
    Server::builder().unrecorded().start(move |request| reply(request, &tally))
}

fn reply(request: &Request, tally: &Tally) -> Reply {
    let handling = Handling::of(tally.count_request());
    if let Some(fault) = handling.fault {
        tally.count_fault(fault);
    }
    let Some(call) = call(request).filter(|call| *call < tally.calls()) else {
        tally.count_unexpected();
        return Reply::status(404);
    };
    if request.method == "PATCH" && handling.applies {
        tally.count_applied(call);
    }
    let reply = match handling.fault.map(|fault| FAULTS[fault].1) {
        None => {
            // Before sending: the last call ends as soon as it receives the response.
            tally.count_response(call);
            alert(call).header("content-type", "application/json").header("etag", format!("\"{call}\""))
        }
        Some(Fault::Status(status, headers, body)) => headers
            .iter()
            .fold(Reply::status(status).body(body), |reply, (name, value)| reply.header(name, value)),
        Some(Fault::Reset) => Reply::reset(),
        Some(Fault::HalfBody) => {
            let body = alert(call);
            let half = body.body_bytes().len() / 2;
            body.close_before_the_last(half)
        }
        Some(Fault::Silence) => Reply::silence(),
    };
    let limit = [("limit", "5000"), ("remaining", "4999"), ("reset", "4102444800"), ("resource", "core")];
    limit.iter().fold(reply, |reply, (name, value)| reply.header(&format!("x-ratelimit-{name}"), value))
}

/// Returns the call of a request, which the number of the alert identifies.
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
