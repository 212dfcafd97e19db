"""Ground floor: values and rules, with no Qt, disk, network or clock."""
