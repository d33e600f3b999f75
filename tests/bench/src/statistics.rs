//! Many figures of one thing, summed up.

use serde::{Deserialize, Serialize};
use statrs::statistics::{Data, OrderStatistics};

/// What is told of many figures.
#[derive(Clone, Copy, Debug, Deserialize, PartialEq, Serialize)]
pub(crate) struct Summary {
    pub(crate) median: f64,
    /// The first quartile.
    pub(crate) low: f64,
    /// The third quartile.
    pub(crate) high: f64,
    pub(crate) p95: f64,
    pub(crate) p99: f64,
    /// How many there are.
    pub(crate) count: usize,
}

impl Summary {
    /// Sums up one or more figures.
    pub(crate) fn of(figures: Vec<f64>) -> Self {
        let count = figures.len();
        assert!(count > 0, "nothing was measured");
        let mut data = Data::new(figures);
        Self {
            median: data.median(),
            low: data.lower_quartile(),
            high: data.upper_quartile(),
            p95: data.percentile(95),
            p99: data.percentile(99),
            count,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Summary;

    #[test]
    fn the_order_of_figures_does_not_matter() {
        let summary = Summary::of((0..=1000).rev().map(f64::from).collect());
        let figures = [summary.median, summary.low, summary.high, summary.p95, summary.p99];
        for (figure, expected) in figures.into_iter().zip([500.0, 250.0, 750.0, 950.0, 990.0]) {
            assert!((figure - expected).abs() < 1.0, "{summary:?}");
        }
        assert_eq!(summary.count, 1001);
    }

    #[test]
    fn one_figure_is_all_of_them() {
        let one = Summary { median: 7.5, low: 7.5, high: 7.5, p95: 7.5, p99: 7.5, count: 1 };
        assert_eq!(Summary::of(vec![7.5]), one);
    }
}
