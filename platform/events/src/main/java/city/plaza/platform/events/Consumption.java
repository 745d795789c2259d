package city.plaza.platform.events;

/**
 * A subscription as Kafka knows it.
 *
 * @param group the consumer group: where its place in the topic is kept
 */
record Consumption(Subscription subscription, String group) {

	String topic() {
		return this.subscription.topic();
	}

	/** Of this reader alone: what one cannot read, another may. */
	String deadLetterTopic() {
		return topic() + "." + this.group + ".dlt";
	}

}
