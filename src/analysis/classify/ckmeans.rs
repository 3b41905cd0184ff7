//! Natural breaks: the classes with the least sum of squared distances to their means.
//!
//! Wang & Song, “Ckmeans.1d.dp: Optimal k-means Clustering in One Dimension by Dynamic
//! Programming”, The R Journal 3/2 (2011), over distinct weighted values, each column of the
//! table filled by divide and conquer: O(k·n·log n). The optimum, unlike Jenks' iteration.

use super::{Plan, Sample};

pub(super) fn plan(sample: &Sample, classes: usize) -> Plan {
    let counts: Vec<f64> = sample.counts.iter().map(|&n| n as f64).collect();
    let middle = |split: usize| {
        let neighbours = sample.levels.get(split.saturating_sub(1)..=split).unwrap_or_default();
        neighbours.iter().sum::<f64>() / 2.0
    };
    let splits: Vec<(usize, f64)> = starts(&sample.levels, &counts, classes)
        .into_iter()
        .skip(1)
        .map(|split| (split, middle(split)))
        .collect();
    Plan::at_splits(sample, &splits)
}

/// Where the optimal clusters of `levels` (ascending, distinct) with weights `counts` (above
/// zero) begin: as many indices as clusters, the first 0. At most one cluster per level.
/// Empty for no levels.
#[expect(clippy::indexing_slicing, reason = "all indices are below n = levels.len() or k ≤ n")]
pub fn starts(levels: &[f64], counts: &[f64], k: usize) -> Vec<usize> {
    let n = levels.len().min(counts.len());
    let k = k.clamp(1, n.max(1));
    if n == 0 {
        return Vec::new();
    }
    let cost = Cost::new(levels, counts);
    // best[j]: least cost of levels 0..=j in the clusters so far; from[c][j]: where the last
    // of c + 1 clusters begins.
    let mut best: Vec<f64> = (0..n).map(|j| cost.of(0, j)).collect();
    let mut from = vec![vec![0; n]];
    for clusters in 1..k {
        let mut next = vec![0.0; n];
        let mut begin = vec![0; n];
        let mut fill = Fill { cost: &cost, best: &best, next: &mut next, begin: &mut begin };
        fill.columns(clusters, n - 1, clusters, n - 1);
        from.push(begin);
        best = next;
    }
    let (mut found, mut last) = (vec![0; k], n - 1);
    for cluster in (1..k).rev() {
        found[cluster] = from[cluster][last];
        last = found[cluster] - 1;
    }
    found
}

/// Sums of squares of any stretch in constant time.
struct Cost {
    weight: Vec<f64>,
    sum: Vec<f64>,
    square: Vec<f64>,
}

impl Cost {
    fn new(levels: &[f64], counts: &[f64]) -> Self {
        // Sums around the middle level: fewer digits cancel.
        let middle = levels.get(levels.len() / 2).copied().unwrap_or_default();
        let mut all = Self { weight: vec![0.0], sum: vec![0.0], square: vec![0.0] };
        let (mut weight, mut sum, mut square) = (0.0, 0.0, 0.0);
        for (level, count) in levels.iter().zip(counts) {
            let x = level - middle;
            weight += count;
            sum += count * x;
            square += count * x * x;
            all.weight.push(weight);
            all.sum.push(sum);
            all.square.push(square);
        }
        all
    }

    /// Of levels `i..=j`.
    #[expect(clippy::indexing_slicing, reason = "prefix sums hold one more than the levels")]
    fn of(&self, i: usize, j: usize) -> f64 {
        if i >= j {
            return 0.0;
        }
        let sum = self.sum[j + 1] - self.sum[i];
        let weight = self.weight[j + 1] - self.weight[i];
        (self.square[j + 1] - self.square[i] - sum * sum / weight).max(0.0)
    }
}

/// One row of the table being filled.
struct Fill<'a> {
    cost: &'a Cost,
    best: &'a [f64],
    next: &'a mut [f64],
    begin: &'a mut [usize],
}

impl Fill<'_> {
    /// Columns `low..=high`, whose last cluster begins within `first..=last`: the beginning
    /// never moves back as the column moves on, so the middle column halves the search.
    #[expect(clippy::indexing_slicing, reason = "columns and beginnings stay within the row")]
    fn columns(&mut self, low: usize, high: usize, first: usize, last: usize) {
        let column = low + (high - low) / 2;
        let (mut least, mut at) = (f64::INFINITY, first);
        for begin in first..=last.min(column) {
            let total = self.best[begin - 1] + self.cost.of(begin, column);
            if total < least {
                (least, at) = (total, begin);
            }
        }
        self.next[column] = least;
        self.begin[column] = at;
        if column > low {
            self.columns(low, column - 1, first, at);
        }
        if column < high {
            self.columns(column + 1, high, at, last);
        }
    }
}
