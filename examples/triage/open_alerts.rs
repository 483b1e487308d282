//! The open alerts, and a table of them.

use std::io;

use github_secret_scanning::models::{Alert, AlertSort, AlertState, SortDirection, Validity};
use github_secret_scanning::requests::ListAlerts;
use github_secret_scanning::{Error, printable};

use crate::location::location_text;
use crate::malformed_items::warn;
use crate::relative_time::relative_time;
use crate::scope::Scope;
use crate::table;

/// Returns the open alerts, newest first, without their secrets.
pub(crate) async fn list(scope: &Scope) -> Result<Vec<Alert>, Error> {
    let alerts = match scope {
        Scope::Org(org) => open(org.alerts()).collect_all().await?,
        Scope::Repo(repo) => open(repo.alerts()).collect_all().await?,
    };
    warn(&alerts.malformed);
    Ok(alerts.items)
}

/// Lists the open alerts of any scope.
fn open<S>(alerts: ListAlerts<S>) -> ListAlerts<S> {
    let alerts = alerts.state(AlertState::Open).per_page(100).hide_secret(true);
    alerts.sort(AlertSort::Created).direction(SortDirection::Desc)
}

pub(crate) fn show(alerts: &[Alert], scope: &Scope) -> io::Result<()> {
    let in_org = matches!(scope, Scope::Org(_));
    let columns = ["repository", "number", "type", "validity", "where", "opened", "assigned"];
    let mut table = table::table(if in_org { &columns } else { &columns[1..] });
    for alert in alerts {
        let validity = alert.validity.as_ref().map(Validity::as_str).unwrap_or_default();
        let row = [
            table::cell(repo_name(alert), false),
            table::cell(format!("#{}", alert.number), false),
            table::cell(type_name(alert), false),
            table::cell(printable(validity), alert.validity == Some(Validity::Active)),
            table::cell(location_text(alert.first_location_detected.as_deref()), false),
            table::cell(relative_time(alert.created_at), false),
            table::cell(
                alert.assigned_to.as_ref().map(|user| printable(&user.login)).unwrap_or_default(),
                false,
            ),
        ];
        table.add_row(row.into_iter().skip(usize::from(!in_org)));
    }
    table::write(&table)
}

/// Returns the name of the repository, which only the list of an organization contains.
pub(crate) fn repo_name(alert: &Alert) -> String {
    alert.repository.as_ref().map(|repo| printable(&repo.name)).unwrap_or_default()
}

/// Returns the display name of the type of secret.
pub(crate) fn type_name(alert: &Alert) -> String {
    let name = alert.secret_type_display_name.as_ref().or(alert.secret_type.as_ref());
    name.map(|name| printable(name)).unwrap_or_default()
}
