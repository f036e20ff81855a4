//! Addresses of the site.
