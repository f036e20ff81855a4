//! What the pages of a catalogue say of each other.
