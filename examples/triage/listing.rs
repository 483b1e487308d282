//! The table of open alerts.

use std::io;

use github_secret_scanning::Error;
use github_secret_scanning::models::{Alert, AlertSort, AlertState, SortDirection, Validity};

use crate::age::age;
use crate::ending::say;
use crate::place::place as found;
use crate::scope::Place;
use crate::table;
use crate::text::printable;

/// As many as somebody may want to read.
const AT_MOST: u64 = 50;

/// The newest open alerts, without their secrets.
pub(crate) async fn newest(place: &Place) -> Result<Vec<Alert>, Error> {
    macro_rules! newest {
        ($alerts:expr) => {
            $alerts
                .state(AlertState::Open)
                .sort(AlertSort::Created)
                .direction(SortDirection::Desc)
                .per_page(AT_MOST)
                .hide_secret(true)
                .page()
                .await?
        };
    }
    let page = match place {
        Place::Org(org) => newest!(org.alerts()),
        Place::Repo(repo) => newest!(repo.alerts()),
    };
    for rejected in &page.rejected {
        say(format_args!("warning: entry {} cannot be read at `{}`", rejected.index() + 1, rejected.path()));
    }
    if page.next.is_some() {
        say(format_args!("only the {AT_MOST} newest are shown"));
    }
    Ok(page.items)
}

pub(crate) fn show(alerts: &[Alert], place: &Place) -> io::Result<()> {
    let in_org = matches!(place, Place::Org(_));
    let columns = ["repository", "number", "type", "validity", "where", "opened", "assigned"];
    let mut table = table::table(if in_org { &columns } else { &columns[1..] });
    for alert in alerts {
        let validity = alert.validity.as_ref().map(Validity::as_str).unwrap_or_default();
        let row = [
            table::cell(repo_name(alert), false),
            table::cell(format!("#{}", alert.number), false),
            table::cell(type_name(alert), false),
            table::cell(printable(validity), alert.validity == Some(Validity::Active)),
            table::cell(found(alert.first_location_detected.as_ref()), false),
            table::cell(age(alert.created_at), false),
            table::cell(
                alert.assigned_to.as_ref().map(|user| printable(&user.login)).unwrap_or_default(),
                false,
            ),
        ];
        table.add_row(row.into_iter().skip(usize::from(!in_org)));
    }
    table::write(&table)
}

/// The name of its repository, where the list is of an organization.
pub(crate) fn repo_name(alert: &Alert) -> String {
    alert.repository.as_ref().map(|repo| printable(&repo.name)).unwrap_or_default()
}

/// What people call this type of secret.
pub(crate) fn type_name(alert: &Alert) -> String {
    let name = alert.secret_type_display_name.as_ref().or(alert.secret_type.as_ref());
    name.map(|name| printable(name)).unwrap_or_default()
}
