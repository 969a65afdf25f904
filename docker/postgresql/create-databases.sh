#!/bin/bash
# One database per service, owned by a role of the same name. Development passwords: the role's name.
set -euo pipefail
for service in touchpoint feedback scoring notification; do
  psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" <<SQL
    CREATE ROLE $service LOGIN PASSWORD '$service';
    CREATE DATABASE $service OWNER $service;
    REVOKE CONNECT ON DATABASE $service FROM PUBLIC;
SQL
done
