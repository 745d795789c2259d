package city.plaza.platform.events.outbox;

/**
 * An event about to be written to the outbox.
 *
 * @param topic the stream it belongs to, such as {@code billing.customers}
 * @param key the aggregate's id, at most 200 characters: events of one key keep their
 * order
 * @param type its name, a past participle such as {@code CustomerChanged}
 * @param data a record that becomes the JSON body
 * @param bulk whether it is one of many that no one waits for, as an import's are
 */
public record NewEvent(String topic, String key, String type, Object data, boolean bulk) {

	/**
	 * An event that others wait for.
	 * @param topic the stream it belongs to
	 * @param key the aggregate's id
	 * @param type its name
	 * @param data a record that becomes the JSON body
	 */
	public NewEvent(String topic, String key, String type, Object data) {
		this(topic, key, type, data, false);
	}

	/**
	 * Puts the event on a lane of low priority, where it delays none of the others.
	 * @return this event in bulk
	 */
	public NewEvent inBulk() {
		return new NewEvent(this.topic, this.key, this.type, this.data, true);
	}

}
