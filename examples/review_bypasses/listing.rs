//! The table of open bypass requests.

use std::io::{self, Write};
use std::time::SystemTime;

use chrono::{DateTime, TimeDelta, Utc};

use crate::age::age;
use crate::ending::say;
use crate::requests::Request;
use crate::scope::Scope;
use crate::table;

pub(crate) fn show(requests: &[Request], scope: &Scope) -> io::Result<()> {
    let in_org = matches!(scope, Scope::Org(_));
    if in_org {
        say("requests for push rules are listed for a repository alone: see those with --repo");
    }
    if requests.is_empty() {
        return writeln!(io::stdout(), "no open bypass requests in the last month");
    }
    let columns = ["repository", "number", "kind", "what", "why", "asked by", "asked", "runs out"];
    let mut table = table::table(if in_org { &columns } else { &columns[1..] });
    for request in requests {
        let kind = if request.push_rule_page.is_some() { "push rule" } else { "secret" };
        let row = [
            table::cell(request.repo.clone(), false),
            table::cell(format!("#{}", request.number), false),
            table::cell(kind.to_owned(), false),
            table::cell(request.what.clone(), false),
            table::cell(request.why.clone(), false),
            table::cell(request.requester.clone(), false),
            table::cell(age(request.created_at), false),
            table::cell(age(request.expires_at), runs_out_today(request.expires_at)),
        ];
        table.add_row(row.into_iter().skip(usize::from(!in_org)));
    }
    table::write(&table)?;
    for request in requests {
        if let Some(page) = &request.push_rule_page {
            writeln!(io::stdout(), "decide on push rule #{} at {page}", request.number)?;
        }
    }
    Ok(())
}

fn runs_out_today(time: Option<DateTime<Utc>>) -> bool {
    time.is_some_and(|time| time - DateTime::<Utc>::from(SystemTime::now()) < TimeDelta::days(1))
}
