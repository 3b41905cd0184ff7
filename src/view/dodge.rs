//! Labels along one line, moved apart until none overlaps, as little as possible in all.

/// A label's wish along the line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Wish {
    /// Where its middle would best be, CSS px.
    pub center: f64,
    /// How much room it takes, gap included, CSS px.
    pub extent: f64,
    /// How much it weighs: the heavier moves less.
    pub weight: f64,
}

/// The middles, in the order of the wishes: no two overlap, the order along the line is kept, the
/// weighted squared moves are least (pool adjacent violators), and all lie in `low..high` where they fit.
pub fn dodge(wishes: &[Wish], low: f64, high: f64) -> Vec<f64> {
    let mut order: Vec<(usize, Wish)> = wishes.iter().copied().enumerate().collect();
    crate::base::order::sort_by(&mut order, &mut |a, b| a.1.center.total_cmp(&b.1.center));
    let mut clusters: Vec<Cluster> = Vec::new();
    for (index, wish) in order {
        let mut last = Cluster::of(index, wish);
        last.settle(low, high);
        while let Some(before) = clusters.pop_if(|before| before.start + before.extent > last.start) {
            last = before.joined(last);
            last.settle(low, high);
        }
        clusters.push(last);
    }
    let mut centers = vec![0.0; wishes.len()];
    for cluster in clusters {
        let mut at = cluster.start;
        for (index, extent) in cluster.members {
            if let Some(center) = centers.get_mut(index) {
                *center = at + extent / 2.0;
            }
            at += extent;
        }
    }
    centers
}

/// Labels that touch.
struct Cluster {
    members: Vec<(usize, f64)>,
    extent: f64,
    start: f64,
    /// Weighted sum of the starts each member would give the whole cluster.
    wanted: f64,
    weight: f64,
}

impl Cluster {
    fn of(index: usize, wish: Wish) -> Self {
        let start = wish.center - wish.extent / 2.0;
        let weight = wish.weight.max(1e-6);
        Self {
            members: vec![(index, wish.extent)],
            extent: wish.extent,
            start,
            wanted: start * weight,
            weight,
        }
    }

    fn joined(mut self, next: Self) -> Self {
        self.wanted += next.wanted - next.weight * self.extent;
        self.weight += next.weight;
        self.extent += next.extent;
        self.members.extend(next.members);
        self
    }

    fn settle(&mut self, low: f64, high: f64) {
        let mean = self.wanted / self.weight;
        self.start = mean.min(high - self.extent).max(low);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn run(centers: &[f64], low: f64, high: f64) -> Vec<f64> {
        let wishes: Vec<Wish> =
            centers.iter().map(|&center| Wish { center, extent: 10.0, weight: 1.0 }).collect();
        dodge(&wishes, low, high)
    }

    #[test]
    fn what_does_not_touch_stays() {
        assert_eq!(run(&[40.0, 10.0, 70.0], 0.0, 100.0), [40.0, 10.0, 70.0]);
    }

    #[test]
    fn a_pair_parts_evenly_and_keeps_its_order() {
        assert_eq!(run(&[52.0, 50.0], 0.0, 100.0), [56.0, 46.0]);
    }

    #[test]
    fn the_heavier_moves_less() {
        let wish = |weight| Wish { center: 50.0, extent: 10.0, weight };
        assert_eq!(dodge(&[wish(4.0), wish(1.0)], 0.0, 100.0), [48.0, 58.0]);
    }

    #[test]
    fn the_ends_hold() {
        assert_eq!(run(&[1.0, 2.0, 99.0], 0.0, 100.0), [5.0, 15.0, 95.0]);
    }

    #[test]
    fn neighbours_are_pushed_in_a_chain() {
        let centers = run(&[50.0, 50.0, 50.0, 62.0], 0.0, 200.0);
        assert!(centers.windows(2).all(|w| w[1] - w[0] >= 10.0 - 1e-9), "{centers:?}");
        assert!((centers.iter().sum::<f64>() / 4.0 - 53.0).abs() < 1e-9, "{centers:?}");
    }
}
