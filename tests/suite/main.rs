//! Native integration tests: the tool as its users run it, and the architecture.

mod architecture;
mod tool;
