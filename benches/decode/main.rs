//! The time to decode a page of 100 full alerts with the generated model and to take each out of the page as a stream
//! does, relative to a hand-written model. Both drop the alerts within the measured time.
//!
//! `cargo bench --bench decode` alternates between them within one run, so that noise of the machine affects both, and
//! prints their ratio.

#![allow(clippy::print_stdout, reason = "the output of a benchmark")]

mod plain;

use std::collections::VecDeque;
use std::hint::black_box;
use std::time::{Duration, Instant};

use github_secret_scanning::models;
use serde::de::DeserializeOwned;

const ALERTS: usize = 100;
const ROUNDS: usize = 301;

fn main() -> Result<(), serde_json::Error> {
    let alert: serde_json::Value =
        serde_json::from_str(include_str!("../../tests/fixtures/alerts/full.json"))?;
    let page = serde_json::to_vec(&vec![alert; ALERTS])?;
    let mut ratios = Vec::with_capacity(ROUNDS);
    let (mut generated, mut plain) = (Vec::with_capacity(ROUNDS), Vec::with_capacity(ROUNDS));
    for round in 0..ROUNDS {
        // Alternate the order, because the second one has warmer caches.
        let (one, other) = if round % 2 == 0 {
            let one = time::<models::Alert>(&page)?;
            (one, time::<plain::Alert>(&page)?)
        } else {
            let other = time::<plain::Alert>(&page)?;
            (time::<models::Alert>(&page)?, other)
        };
        ratios.push(one.as_secs_f64() / other.as_secs_f64());
        generated.push(one);
        plain.push(other);
    }
    println!("a page of {ALERTS} full alerts, {} bytes, {ROUNDS} rounds, medians:", page.len());
    println!("  generated model     {:>8.1} us", median(&mut generated).as_secs_f64() * 1e6);
    println!("  hand-written model  {:>8.1} us", median(&mut plain).as_secs_f64() * 1e6);
    ratios.sort_by(f64::total_cmp);
    println!("  ratio               {:>8.3}", ratios[ROUNDS / 2]);
    let (generated, plain) = (size_of::<models::Alert>(), size_of::<plain::Alert>());
    println!("  size of an alert    {generated:>8} bytes, hand-written {plain} bytes");
    Ok(())
}

fn time<T: DeserializeOwned>(page: &[u8]) -> Result<Duration, serde_json::Error> {
    let started = Instant::now();
    let alerts: Vec<T> = serde_json::from_slice(page)?;
    let mut waiting: VecDeque<(usize, T)> = alerts.into_iter().enumerate().collect();
    while let Some(alert) = next(&mut waiting) {
        black_box(&alert);
    }
    Ok(started.elapsed())
}

/// Moves an alert out of the page through the layers of a stream; without inlining, as between crates.
#[inline(never)]
fn next<T>(waiting: &mut VecDeque<(usize, T)>) -> Option<T> {
    black_box(polled(waiting))
}

#[inline(never)]
fn polled<T>(waiting: &mut VecDeque<(usize, T)>) -> Option<T> {
    waiting.pop_front().map(|(_, alert)| alert)
}

fn median(times: &mut [Duration]) -> Duration {
    times.sort();
    times[times.len() / 2]
}
