package city.plaza.first.bad;

import city.plaza.platform.events.outbox.OutboxRows;

class Intruder {

	private final OutboxRows rows = new OutboxRows();

	boolean isIn() {
		return this.rows != null;
	}

}
