//! Small components that know nothing of pages: they take values and render them.

mod api_card;
mod badge;
mod breadcrumb;
mod contents;
mod icon;
mod link;
mod page;
mod pagination;
mod search_box;
mod sort;
mod wait;

pub(super) use api_card::{ApiCard, ApiLinks};
pub(super) use badge::{AccessBadge, MethodBadge, StatusBadge, VerdictMark};
pub(super) use breadcrumb::Breadcrumb;
pub(super) use contents::{Contents, ContentsEntry};
pub(super) use icon::{Icon, IconName};
pub(super) use link::WebLink;
pub(super) use page::Page;
pub(super) use pagination::Pagination;
pub(super) use search_box::SearchBox;
pub(super) use sort::{SortOrder, sort_heading};
pub(super) use wait::Wait;
