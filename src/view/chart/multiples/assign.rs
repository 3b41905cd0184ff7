//! Who gets which place so that the sum of all costs is least: the assignment problem.

/// For each row of costs the column it gets, no column twice, at the least sum (the Hungarian
/// method as Kuhn 1955 and Munkres 1957 describe it, with potentials). Rows need as many columns
/// as there are rows; of equal solutions always the same is found.
#[expect(clippy::indexing_slicing, reason = "every index is below the lengths made here")]
pub(super) fn assign(rows: usize, columns: usize, cost: &dyn Fn(usize, usize) -> f64) -> Vec<usize> {
    if columns < rows {
        return Vec::new();
    }
    // Counted from one; place 0 stands for “nobody yet”.
    let mut of_row = vec![0.0; rows + 1];
    let mut of_column = vec![0.0; columns + 1];
    let mut owner = vec![0; columns + 1];
    for row in 1..=rows {
        owner[0] = row;
        let mut at = 0;
        let mut least = vec![f64::INFINITY; columns + 1];
        let mut from = vec![0; columns + 1];
        let mut seen = vec![false; columns + 1];
        // Lengthens a path of cheapest swaps until it reaches a free column.
        while owner[at] != 0 {
            seen[at] = true;
            let (mut delta, mut next) = (f64::INFINITY, 0);
            for column in 1..=columns {
                if seen[column] {
                    continue;
                }
                let reduced = cost(owner[at] - 1, column - 1) - of_row[owner[at]] - of_column[column];
                if reduced < least[column] {
                    least[column] = reduced;
                    from[column] = at;
                }
                if least[column] < delta {
                    delta = least[column];
                    next = column;
                }
            }
            for column in 0..=columns {
                if seen[column] {
                    of_row[owner[column]] += delta;
                    of_column[column] -= delta;
                } else {
                    least[column] -= delta;
                }
            }
            at = next;
        }
        while at != 0 {
            owner[at] = owner[from[at]];
            at = from[at];
        }
    }
    let mut places = vec![0; rows];
    for (column, &row) in owner.iter().enumerate().skip(1) {
        if row > 0 {
            places[row - 1] = column - 1;
        }
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_least_sum_is_found() {
        let costs = [[4.0, 1.0, 3.0, 9.0], [2.0, 0.0, 5.0, 9.0], [3.0, 2.0, 2.0, 9.0]];
        assert_eq!(assign(3, 4, &|row, column| costs[row][column]), [1, 0, 2]);
        assert_eq!(assign(3, 2, &|_, _| 0.0), Vec::<usize>::new());
        assert_eq!(assign(0, 3, &|_, _| 0.0), Vec::<usize>::new());
    }

    #[test]
    fn no_other_order_is_cheaper() {
        let mut x = 7_u32;
        let mut costs = [[0.0; 5]; 5];
        for cost in costs.iter_mut().flatten() {
            x = x.wrapping_mul(1_103_515_245).wrapping_add(12_345);
            *cost = f64::from((x >> 16) % 50);
        }
        let found = assign(5, 5, &|row, column| costs[row][column]);
        let sum = |order: &[usize]| order.iter().enumerate().map(|(r, &c)| costs[r][c]).sum::<f64>();
        let mut least = f64::INFINITY;
        for code in 0..5_usize.pow(5) {
            let order: Vec<usize> = (0..5_u32).map(|digit| code / 5_usize.pow(digit) % 5).collect();
            let mut sorted = order.clone();
            sorted.sort_unstable();
            sorted.dedup();
            if sorted.len() == 5 {
                least = least.min(sum(&order));
            }
        }
        assert_eq!(sum(&found), least);
    }
}
