//! How fast the core computes: classes, facts, reading.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use nulage::{
    analysis::{
        classify::{self, Method, Request},
        finding,
        scope::Scope,
    },
    base::{id::AreaId, num::Finite, period::Period},
    model::{Group, Missing, Table},
};

/// Values with one decimal from a linear congruential generator.
fn values(n: usize) -> Vec<f64> {
    let next = |s: &u64| Some((s * 1_103_515_245 + 12345) % (1 << 31));
    std::iter::successors(next(&12345), next).take(n).map(|s| (s / 7 % 10_000) as f64 / 10.0).collect()
}

fn classes(c: &mut Criterion) {
    for n in [290, 3363] {
        let values = values(n);
        for method in Method::ALL {
            let request = Request { method, classes: 6, decimals: 1, centre: Some(500.0) };
            c.bench_function(&format!("classify {n} {method:?}"), |b| {
                b.iter(|| classify::classify(black_box(&values), &request));
            });
        }
    }
}

fn facts(c: &mut Criterion) {
    for n in [12, 290] {
        let years: Vec<Period> = (2000..2023).map(Period::year_of).collect();
        let cells =
            values((n + 1) * years.len()).into_iter().map(|v| Finite::new(v).ok_or(Missing::NotAvailable));
        let rows = (0..=n).map(Some).collect();
        let Some(table) = Table::new(rows, years, vec![Group::default()], cells.collect(), vec![]) else {
            continue;
        };
        let ids: Vec<AreaId> = (0..=n).filter_map(AreaId::new).collect();
        let Some((&county, areas)) = ids.split_last() else { continue };
        let scope = Scope {
            areas,
            county,
            nation: None,
            group: Group::default(),
            breaks: &[],
            decimals: 1,
            period: Period::year_of(2022),
        };
        c.bench_function(&format!("finding of {n} areas"), |b| {
            b.iter(|| finding::finding(black_box(&table), &scope));
        });
    }
}

criterion_group!(benches, classes, facts);
criterion_main!(benches);
