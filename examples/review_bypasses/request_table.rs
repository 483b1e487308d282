//! The table of open bypass requests.

use std::io::{self, Write};
use std::time::SystemTime;

use chrono::{DateTime, TimeDelta, Utc};

use crate::exit::log;
use crate::relative_time::relative_time;
use crate::requests::Request;
use crate::scope::Scope;
use crate::table;

pub(crate) fn show(requests: &[Request], scope: &Scope) -> io::Result<()> {
    let in_org = matches!(scope, Scope::Org(_));
    if in_org {
        log("requests for push rules are only listed for a repository: use --repo");
    }
    if requests.is_empty() {
        return writeln!(io::stdout(), "no open bypass requests in the last month");
    }
    let columns = ["repository", "number", "kind", "content", "reason", "requester", "created", "expires"];
    let mut table = table::table(if in_org { &columns } else { &columns[1..] });
    for request in requests {
        let kind = if request.push_rule_url.is_some() { "push rule" } else { "secret" };
        let row = [
            table::cell(request.repo.clone(), false),
            table::cell(format!("#{}", request.number), false),
            table::cell(kind.to_owned(), false),
            table::cell(request.content.clone(), false),
            table::cell(request.reason.clone(), false),
            table::cell(request.requester.clone(), false),
            table::cell(relative_time(request.created_at), false),
            table::cell(relative_time(request.expires_at), expires_within_a_day(request.expires_at)),
        ];
        table.add_row(row.into_iter().skip(usize::from(!in_org)));
    }
    table::write(&table)?;
    for request in requests {
        if let Some(url) = &request.push_rule_url {
            writeln!(io::stdout(), "review push rule #{} at {url}", request.number)?;
        }
    }
    Ok(())
}

fn expires_within_a_day(time: Option<DateTime<Utc>>) -> bool {
    time.is_some_and(|time| time - DateTime::<Utc>::from(SystemTime::now()) < TimeDelta::days(1))
}
