package city.plaza.platform.events.outbox;

/** Each has lanes and a relay of its own, so that one never waits for the other. */
enum Priority {

	/** What somebody waits for. */
	NORMAL,
	/** What comes by the thousand, such as an import's. */
	BULK;

	static Priority of(NewEvent event) {
		return event.bulk() ? BULK : NORMAL;
	}

	boolean isBulk() {
		return this == BULK;
	}

}
