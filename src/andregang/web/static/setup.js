window.dsWarnings = false;
