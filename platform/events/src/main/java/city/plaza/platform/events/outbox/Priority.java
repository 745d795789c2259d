package city.plaza.platform.events.outbox;

/** Each has its own lanes and relay, so that one never waits for the other. */
enum Priority {

	/** Events that others wait for. */
	NORMAL,
	/** Events that come by the thousand, such as an import's. */
	BULK;

	static Priority of(NewEvent event) {
		return event.bulk() ? BULK : NORMAL;
	}

	boolean isBulk() {
		return this == BULK;
	}

}
