-- What a day brings into effect is looked up on that day: a suspension laid down for it changes how the holder's enterprise stands.
CREATE INDEX certificate_event_effective ON certificate_event (effective_on);
