//! The throughput of a `FakeGitHub`, relative to a bare hyper server that sends the same bytes from one thread.
//!
//! `cargo bench --bench fake` alternates between them within one run, so that noise of the machine affects both, and
//! prints the rate of each and their ratio.

#![allow(clippy::print_stdout, reason = "a benchmark prints its result")]

mod bare;
mod driver;

use std::error::Error;

use github_secret_scanning::models::Alert;
use github_secret_scanning_fake::FakeGitHub;

use driver::Driver;

/// The default size of a page.
const ALERTS: u64 = 30;
const ROUNDS: usize = 31;
const REQUESTS: usize = 2_000;

fn main() -> Result<(), Box<dyn Error>> {
    let mut builder = FakeGitHub::builder().requests_per_hour(u32::MAX);
    for number in 1..=ALERTS {
        builder = builder.alert("acme/widgets", full_alert(number)?);
    }
    let fake = builder.start()?;
    let driver = Driver::new()?;
    println!(
        "{ROUNDS} rounds of {REQUESTS} requests each, over {} connections, medians:",
        driver::CONNECTIONS
    );
    compare(&driver, fake.base_url(), "one alert", "/repos/acme/widgets/secret-scanning/alerts/7")?;
    let page = format!("a page of {ALERTS} alerts");
    compare(&driver, fake.base_url(), &page, "/repos/acme/widgets/secret-scanning/alerts")
}

fn compare(driver: &Driver, fake: &str, what: &str, path: &str) -> Result<(), Box<dyn Error>> {
    let fake = format!("{fake}{path}");
    let body = driver.body(&fake)?;
    let (bytes, bare) = (body.len(), bare::start(body)?);
    let (mut of_fake, mut of_bare, mut ratios) = (Vec::new(), Vec::new(), Vec::new());
    for round in 0..ROUNDS {
        // Alternate the order, because the second one has warmer caches.
        let (one, other) = if round % 2 == 0 {
            let one = driver.rate(&fake, REQUESTS)?;
            (one, driver.rate(&bare, REQUESTS)?)
        } else {
            let other = driver.rate(&bare, REQUESTS)?;
            (driver.rate(&fake, REQUESTS)?, other)
        };
        of_fake.push(one);
        of_bare.push(other);
        ratios.push(one / other);
    }
    println!("{what}, {bytes} bytes:");
    println!("  FakeGitHub  {:>8.0} requests/s", median(&mut of_fake));
    println!("  bare hyper  {:>8.0} requests/s", median(&mut of_bare));
    println!("  ratio       {:>8.3}", median(&mut ratios));
    Ok(())
}

/// An alert with all fields.
fn full_alert(number: u64) -> Result<Alert, serde_json::Error> {
    let mut alert: Alert = serde_json::from_str(include_str!("../../tests/fixtures/alerts/full.json"))?;
    alert.number = number.into();
    Ok(alert)
}

fn median(values: &mut [f64]) -> f64 {
    values.sort_by(f64::total_cmp);
    values[values.len() / 2]
}
