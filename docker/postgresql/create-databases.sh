#!/bin/bash
# One database per service, owned by a role of the same name. Development passwords: the role's name. Text is compared by code point,
# by PostgreSQL itself: faster, and the same whatever the system's library.
set -euo pipefail
for service in touchpoint feedback scoring notification; do
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" <<SQL
    CREATE ROLE $service LOGIN PASSWORD '$service';
    CREATE DATABASE $service OWNER $service TEMPLATE template0 ENCODING 'UTF8'
      LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8';
    REVOKE CONNECT ON DATABASE $service FROM PUBLIC;
SQL
done
