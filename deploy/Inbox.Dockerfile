# The mail catcher of local runs: takes every mail, sends none. Build after `./plaza build`.
FROM eclipse-temurin:25-jre
RUN groupadd --system --gid 10001 plaza && useradd --system --uid 10001 --gid plaza --no-create-home --shell /usr/sbin/nologin plaza && mkdir -p /data && chown plaza /data
COPY inbox/target/plaza-inbox.jar /app/plaza-inbox.jar
COPY inbox/target/lib /app/lib
COPY deploy/healthy /usr/local/bin/healthy
USER 10001
VOLUME /data
EXPOSE 1025 8025
ENV HEALTH_PORT=8025 HEALTH_PATH=/dev/inbox INBOX_SMTP_ADDRESS=0.0.0.0:1025 INBOX_HTTP_ADDRESS=0.0.0.0:8025 INBOX_DIRECTORY=/data
HEALTHCHECK --interval=3s --timeout=3s --start-period=30s --retries=20 CMD ["/usr/local/bin/healthy"]
ENTRYPOINT ["java", "-Xmx96m", "-XX:+UseSerialGC", "-jar", "/app/plaza-inbox.jar"]
