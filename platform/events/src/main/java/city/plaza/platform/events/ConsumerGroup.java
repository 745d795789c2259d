package city.plaza.platform.events;

/**
 * A consumer as Kafka knows it.
 *
 * @param consumer its name within the service
 * @param topic what it reads
 * @param id {@code <service>.<consumer>}: its offsets are kept by it
 */
public record ConsumerGroup(String consumer, String topic, String id) {

	/**
	 * Of this consumer alone: what one cannot read, another may.
	 * @return its name
	 */
	public String deadLetterTopic() {
		return this.topic + "." + this.id + ".dlt";
	}

}
