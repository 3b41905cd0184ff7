//! Stable sorting that is compiled once and not once per type and question.
//!
//! The standard library's sorts are several kilobytes of wasm for each pair of type and closure.
//! Here indices are sorted behind one `dyn` comparison, and the items follow by swaps.

use std::cmp::Ordering;
use std::mem;

/// Runs of this length are sorted by insertion and then merged.
const RUN: usize = 16;

/// Ascending, in the order of [`f64::total_cmp`].
pub fn sort_floats(values: &mut Vec<f64>) {
    merge_sort(values, |a, b| a.total_cmp(&b).is_gt());
}

/// As [`slice::sort_by`].
pub fn sort_by<T>(items: &mut [T], compare: &mut dyn FnMut(&T, &T) -> Ordering) {
    let swaps = swaps(items.len(), &mut |a, b| match (items.get(a), items.get(b)) {
        (Some(a), Some(b)) => compare(a, b),
        _ => Ordering::Equal,
    });
    follow(items, &swaps);
}

/// As [`slice::sort_by_cached_key`]: every key is asked for once.
pub fn sort_by_cached_key<T, K: Ord>(items: &mut [T], key: &mut dyn FnMut(&T) -> K) {
    let keys: Vec<K> = items.iter().map(key).collect();
    let swaps = swaps(keys.len(), &mut |a, b| keys.get(a).cmp(&keys.get(b)));
    follow(items, &swaps);
}

/// Where each of some texts stands: a sorted list, searched by halves.
///
/// A search tree would be compiled once for every type of value.
#[derive(Clone, Debug)]
pub struct Places<'a>(Vec<(&'a str, usize)>);

impl<'a> Places<'a> {
    /// The places of these texts.
    pub fn of(texts: &[&'a str]) -> Self {
        let mut sorted: Vec<(&str, usize)> = texts.iter().copied().zip(0..).collect();
        sort_by(&mut sorted, &mut |a, b| a.0.cmp(b.0));
        Self(sorted)
    }

    /// Where a text stands; where it stands several times, one of the places.
    pub fn get(&self, text: &str) -> Option<usize> {
        let found = self.0.binary_search_by(|(have, _)| (*have).cmp(text)).ok()?;
        self.0.get(found).map(|(_, place)| *place)
    }

    /// The first place whose text has stood before.
    pub fn twice(&self) -> Option<usize> {
        let mut first = None;
        for pair in self.0.windows(2) {
            if let [(one, _), (other, place)] = pair
                && one == other
                && first.is_none_or(|first| *place < first)
            {
                first = Some(*place);
            }
        }
        first
    }
}

fn follow<T>(items: &mut [T], swaps: &[(usize, usize)]) {
    for &(a, b) in swaps {
        items.swap(a, b);
    }
}

/// Swaps that, one after the other, put items `0..len` in order.
fn swaps(len: usize, compare: &mut dyn FnMut(usize, usize) -> Ordering) -> Vec<(usize, usize)> {
    let mut order: Vec<usize> = (0..len).collect();
    merge_sort(&mut order, |a, b| compare(a, b).is_gt());
    let mut swaps = Vec::new();
    for start in 0..len {
        // Each place takes its item from where that lies, round the circle.
        let mut at = start;
        while let Some(from) = order.get_mut(at).map(|from| mem::replace(from, at)) {
            if from == start || from == at {
                break;
            }
            swaps.push((at, from));
            at = from;
        }
    }
    swaps
}

/// `after` says whether its first belongs after its second; equals keep their order.
fn merge_sort<T: Copy>(items: &mut Vec<T>, mut after: impl FnMut(T, T) -> bool) {
    for run in items.chunks_mut(RUN) {
        for end in 1..run.len() {
            for at in (1..=end).rev() {
                match run.get_mut(at - 1..=at) {
                    Some([a, b]) if after(*a, *b) => mem::swap(a, b),
                    _ => break,
                }
            }
        }
    }
    let mut width = RUN;
    while width < items.len() {
        let mut merged = Vec::with_capacity(items.len());
        for pair in items.chunks(2 * width) {
            let (mut left, mut right) = pair.split_at(width.min(pair.len()));
            while let ([a, others_left @ ..], [b, others_right @ ..]) = (left, right) {
                if after(*a, *b) {
                    merged.push(*b);
                    right = others_right;
                } else {
                    merged.push(*a);
                    left = others_left;
                }
            }
            merged.extend_from_slice(left);
            merged.extend_from_slice(right);
        }
        *items = merged;
        width *= 2;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Numbers without pattern, the same every time; few distinct ones when `many` is small.
    fn numbers(len: u64, many: u64) -> Vec<u64> {
        let mut x = 12_345;
        let mut next = || {
            x = (x * 1_103_515_245 + 12_345) % 2_147_483_648;
            (x >> 8) % many
        };
        (0..len).map(|_| next()).collect()
    }

    #[test]
    fn sorts_as_the_standard_library_equals_included() {
        for len in [0, 1, 2, 3, 15, 16, 17, 31, 32, 33, 100, 290, 1000] {
            for many in [1, 2, 7, 1_000_000] {
                let items: Vec<(u64, usize)> =
                    numbers(len, many).into_iter().enumerate().map(|(i, n)| (n, i)).collect();
                let mut wanted = items.clone();
                wanted.sort_by_key(|item| item.0);
                let mut sorted = items.clone();
                sort_by(&mut sorted, &mut |a, b| a.0.cmp(&b.0));
                assert_eq!(sorted, wanted, "{len} of {many}");
                let mut cached = items.clone();
                sort_by_cached_key(&mut cached, &mut |item| item.0.to_string());
                wanted = items;
                wanted.sort_by_cached_key(|item| item.0.to_string());
                assert_eq!(cached, wanted, "{len} of {many} as text");
            }
        }
    }

    #[test]
    fn texts_are_found_where_they_stand() {
        let places = Places::of(&["b", "a", "c", "a", "c"]);
        assert_eq!((places.get("b"), places.get("d")), (Some(0), None));
        assert_eq!(places.twice(), Some(3));
        assert_eq!(Places::of(&["b", "a"]).twice(), None);
        assert_eq!(Places::of(&[]).get(""), None);
    }

    #[test]
    fn floats_are_in_total_order() {
        let mut values: Vec<f64> = numbers(500, 90).into_iter().map(|n| n as f64 / 3.0 - 15.0).collect();
        values.extend([0.0, -0.0, f64::INFINITY, f64::NEG_INFINITY, f64::NAN]);
        let mut wanted = values.clone();
        wanted.sort_by(f64::total_cmp);
        sort_floats(&mut values);
        let bits = |values: &[f64]| values.iter().map(|v| v.to_bits()).collect::<Vec<_>>();
        assert_eq!(bits(&values), bits(&wanted));
    }
}
