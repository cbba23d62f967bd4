// Declares nothing: what a preview costs before any program, plugin or pack of ours.
